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
  "closedDay",
  "page",
] as const;
export type ChangeSubjectKind = (typeof changeSubjectKinds)[number];

/** Fields of the set-up as the history names them, in the order in which they are read. */
export const changeFields = [
  "name",
  "text",
  "value",
  "title",
  "edition",
  "slug",
  "localGovernmentCode",
  "nameKana",
  "status",
  "modes",
  "departments",
  "target",
  "isOn",
  "kind",
  "legalBasis",
  "host",
  "frequency",
  "times",
  "body",
  "side",
  "scheme",
  "tier",
  "isDisclosable",
  "parent",
  "successor",
  "fromFiscalYear",
  "toFiscalYear",
  "parentTitle",
  "reviewBodies",
  "reviewFrequency",
  "closedOn",
  "wording",
  "sinceOn",
  "untilOn",
] as const;
export type ChangeField = (typeof changeFields)[number];

/** A value as the history keeps it: names and codes of the day, so that the line stays readable whatever becomes of them. */
export type ChangeValue = string | number | boolean | null | readonly string[];
export type ChangeValues = Readonly<Partial<Record<ChangeField, ChangeValue>>>;

export type FieldChange = { readonly field: ChangeField; readonly from: ChangeValue; readonly to: ChangeValue };

const isSame = (left: ChangeValue, right: ChangeValue): boolean => JSON.stringify(left) === JSON.stringify(right);

/** The fields that differ. `before` is null for what is new, `after` for what is gone. */
export const fieldChanges = (before: ChangeValues | null, after: ChangeValues | null): readonly FieldChange[] =>
  changeFields
    .map((field) => ({ field, from: before?.[field] ?? null, to: after?.[field] ?? null }))
    .filter(({ from, to }) => !isSame(from, to));
