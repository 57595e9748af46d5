import type { CaseAccess, CaseReason } from "../case/index.ts";
import { readsCase } from "../case/index.ts";
import { definePolicy } from "../kernel/index.ts";

export const auditReasons = ["audit.too_many_entries"] as const;
export type AuditReason = (typeof auditReasons)[number];

/** D-36: entries are read inside the case fence of their subject, and nowhere else. */
export const auditPolicy = definePolicy<CaseAccess, CaseReason>()("audit", { read: readsCase }, {});
