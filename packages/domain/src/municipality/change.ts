/** What of a city can change and leaves a line in its history. */
export const changeSubjectKinds = [
  "municipality",
  "setting",
  "label",
  "program",
  "module",
  "department",
  "areaScheme",
  "area",
  "meetingBody",
  "bodyMember",
  "plan",
] as const;
export type ChangeSubjectKind = (typeof changeSubjectKinds)[number];

/** A value as the history keeps it: names and codes of the day, so that the line stays readable whatever becomes of them. */
export type ChangeValue = string | number | boolean | null | readonly string[];
export type ChangeValues = Readonly<Record<string, ChangeValue>>;

export type FieldChange = { readonly field: string; readonly from: ChangeValue; readonly to: ChangeValue };

const isSame = (left: ChangeValue, right: ChangeValue): boolean => JSON.stringify(left) === JSON.stringify(right);

/** The fields that differ. `before` is null for what is new, `after` for what is gone. */
export const fieldChanges = (before: ChangeValues | null, after: ChangeValues | null): readonly FieldChange[] =>
  [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
    .map((field) => ({ field, from: before?.[field] ?? null, to: after?.[field] ?? null }))
    .filter(({ from, to }) => !isSame(from, to));
