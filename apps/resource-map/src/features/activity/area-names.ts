/** The areas a place lies in, in words; lists over one city may call the same ground by the same name. */
export const areaText = (names: readonly string[]): string => [...new Set(names)].join("、");
