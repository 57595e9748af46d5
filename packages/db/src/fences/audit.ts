import { fence, ownCases, ownUser, tenant } from "./fence.ts";

/** Insert-only (D-36); staff read what concerns their own cases: 「この人の情報を見た人」. */
export const auditFences = [
  fence("audit_entry", {
    staff: { insert: ownUser, select: "id in (select s.audit_id from audit_subject s)" },
    partner: { insert: ownUser },
    worker: { insert: "actor_kind = 'worker'" },
    auditor: { select: tenant },
    definer: { insert: tenant },
  }),
  fence("audit_subject", {
    staff: { insert: tenant, select: ownCases },
    partner: { insert: tenant },
    worker: { insert: tenant },
    auditor: { select: tenant },
  }),
];
