/*
 * Of every procedure somebody who may call it and an input with which it succeeds: without one, a refusal proves nothing.
 *
 * A text that begins with `select` is asked behind the fences, with $1 as the city; `version` is looked up; whatever is not
 * said is a sample of the schema (sample.ts). Every `right-….ts` of this folder is read (rights.ts): a new procedure is a
 * line in one of them, a new module a file. Where success wants something that no input holds, `provenBy` names the test
 * that has it.
 */

export type Right =
  | {
      /** Who: a statement that gives a user's id; none for the public root. */
      readonly as?: string;
      /** What differs from the sample; `undefined` takes a field away. */
      readonly with?: Readonly<Record<string, unknown>>;
      /** The table whose `version` the input carries, where its id's name does not tell. */
      readonly version?: string;
    }
  | { readonly provenBy: string };
export type RightTable = Readonly<Record<string, Right>>;

/** A table of one root: `case.get` of the staff root is `staff case.get`. */
export const inRoot = (root: string, table: RightTable): RightTable =>
  Object.fromEntries(Object.entries(table).map(([path, right]) => [`${root} ${path}`, right]));
