/** The spellings of one module's name, as the rings use them. */
export type ModuleName = {
  /** `local-issue`: folders and files. */
  readonly kebab: string;
  /** `localIssue`: values, actions, procedures. */
  readonly camel: string;
  /** `LocalIssue`: types and components. */
  readonly pascal: string;
  /** `local_issue`: the table. */
  readonly snake: string;
  /** `local-issues`: the address of its pages. */
  readonly plural: string;
};

/** What would be no name of a variable, table or address, or is a room of the house already. */
const reserved = new Set(
  (
    "case class default delete enum export function import new package public return static switch this typeof var void " +
    "with user table order group select kernel index columns modules registry fence functions"
  ).split(" "),
);

/** Why a name cannot be a module's, in a sentence; null where it can. */
export const refusalOf = (name: string, existing: readonly string[]): string | null => {
  if (!/^[a-z]+(?:-[a-z]+)*$/u.test(name) || name.length > 30) {
    return `"${name}" cannot be a module: use lower-case English words joined by hyphens, singular, such as local-issue.`;
  }
  if (reserved.has(name)) return `"${name}" is a reserved word: choose another name (see docs/glossary.md).`;
  return existing.includes(name) ? `The module "${name}" exists already.` : null;
};

const pluralOf = (word: string): string => {
  if (/[^aeiou]y$/u.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/u.test(word) ? `${word}es` : `${word}s`;
};

/** `moduleName("local-issue").pascal` is `LocalIssue`. */
export const moduleName = (kebab: string): ModuleName => {
  const camel = kebab.replaceAll(/-([a-z])/gu, (_, letter: string) => letter.toUpperCase());
  return {
    kebab,
    camel,
    pascal: camel.slice(0, 1).toUpperCase() + camel.slice(1),
    snake: kebab.replaceAll("-", "_"),
    plural: pluralOf(kebab),
  };
};
