import { fence, ownCases, ownUser, tenant } from "./fence.ts";

/** A partner knows no case: what it did with a referral is read by who has the case of that referral. */
const aboutOwnCases = `${ownCases} or (kind = 'referral' and subject_id in (select r.id from referral r))`;
const hasReadableSubject =
  "exists (select from audit_subject s where s.municipality_id = audit_entry.municipality_id and s.audit_id = audit_entry.id)";

/** Insert-only (D-36); staff read what concerns their own cases: 「この人の情報を見た人」. */
export const auditFences = [
  fence("audit_entry", {
    staff: { insert: ownUser, select: hasReadableSubject },
    partner: { insert: ownUser },
    worker: { insert: "actor_kind = 'worker'" },
    auditor: { select: tenant },
    definer: { insert: tenant },
  }),
  fence("audit_subject", {
    staff: { insert: tenant, select: aboutOwnCases },
    partner: { insert: tenant },
    worker: { insert: tenant },
    auditor: { select: tenant },
  }),
];
