import type { FieldIssue } from "@tsunagari/domain/kernel";

const isNode = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** The errors of a form as a flat list; `message` holds the code, because schemas give codes instead of prose. */
export const issuesOf = (errors: object): readonly FieldIssue[] => {
  const walk = (node: Readonly<Record<string, unknown>>, path: string): readonly FieldIssue[] =>
    Object.entries(node).flatMap(([name, inner]) => {
      // `ref` is the element itself; it is no error and has no end.
      if (name === "ref" || !isNode(inner)) return [];
      const here = path === "" ? name : `${path}.${name}`;
      const own =
        typeof inner["message"] === "string" && typeof inner["type"] === "string"
          ? [{ path: here, code: inner["message"] }]
          : [];
      return own.length > 0 ? own : walk(inner, here);
    });
  return isNode(errors) ? walk(errors, "") : [];
};

/** In the order in which the fields stand on the screen; what belongs to no field comes last. */
export const inScreenOrder = (issues: readonly FieldIssue[], names: readonly string[]): readonly FieldIssue[] => {
  const place = (issue: FieldIssue) => {
    const index = names.indexOf(issue.path);
    return index < 0 ? names.length : index;
  };
  return issues.toSorted((a, b) => place(a) - place(b));
};
