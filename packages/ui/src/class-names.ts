/** Joins class names; what is `false`, `null` or `undefined` falls away. */
export const classNames = (...names: readonly (string | false | null | undefined)[]): string =>
  names.filter((name) => typeof name === "string" && name !== "").join(" ");
