import type { CaseAccess, CaseReason } from "../case/index.ts";
import { readsCase } from "../case/index.ts";
import { definePolicy, hasRole } from "../kernel/index.ts";

export const auditReasons = ["audit.too_many_entries", "audit.auditor_only"] as const;
export type AuditReason = (typeof auditReasons)[number];

/**
 * D-36: entries are read inside the case fence of their subject, and nowhere else. The state of the chain over them, in
 * counts and moments, concerns who answers for the log (principle P7).
 */
export const auditPolicy = definePolicy<CaseAccess, CaseReason | AuditReason>()(
  "audit",
  { read: readsCase, printSheet: readsCase },
  {
    readChain: ({ actor }) =>
      (actor.kind === "staff" && hasRole(actor, "auditor", "platformAdministrator")) || "audit.auditor_only",
  },
);
