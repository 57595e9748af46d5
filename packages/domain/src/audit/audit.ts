/** One table, three kinds (D-36). */
export const auditKinds = ["command", "reading", "refusal"] as const;
export type AuditKind = (typeof auditKinds)[number];
