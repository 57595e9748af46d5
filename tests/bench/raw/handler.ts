/** How the raw program answers `/<id>`: one prepared statement whose first column is the JSON text of the answer. */
export type RawHandler = {
  readonly id: string;
  readonly statement: string;
  readonly parameters: (
    query: URLSearchParams,
    body: string,
  ) => readonly (string | number | null | readonly string[])[];
};
