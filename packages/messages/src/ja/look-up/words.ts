export type Words = Readonly<Record<string, string>>;

export const merged = (tables: readonly Words[]): Words => Object.assign({}, ...tables) as Words;

/** A word of the table itself, never of what every object inherits. */
export const wordIn = (table: Words, key: string): string | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;
