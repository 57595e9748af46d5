import { definerReads, fence, ownCases, ownUser, tenant } from "./fence.ts";

/** A partner knows no case: what it did with a referral is read by who has the case of that referral. */
const aboutOwnCases = `${ownCases} or (kind = 'referral' and subject_id in (select r.id from referral r))`;
const hasReadableSubject =
  "exists (select from audit_subject s where s.municipality_id = audit_entry.municipality_id and s.audit_id = audit_entry.id)";
/** An entry bears the transaction that wrote it: a smaller number would slip in behind what is sealed. */
const ofThisTransaction = "xid = pg_current_xact_id()";
/** The chain holds ids and hashes; its state concerns who answers for the log. */
const answersForLog = "(select app.has_role(array['auditor', 'platformAdministrator']))";

/** Insert-only (D-36); staff read what concerns their own cases: 「この人の情報を見た人」. The worker seals. */
export const auditFences = [
  fence("audit_entry", {
    staff: { insert: `${ownUser} and ${ofThisTransaction}`, select: hasReadableSubject },
    partner: { insert: `${ownUser} and ${ofThisTransaction}` },
    worker: { insert: `actor_kind = 'worker' and ${ofThisTransaction}`, select: tenant },
    auditor: { select: tenant },
    definer: { insert: ofThisTransaction, ...definerReads },
  }),
  fence("audit_subject", {
    staff: { insert: tenant, select: aboutOwnCases },
    partner: { insert: tenant },
    worker: { insert: tenant, select: tenant },
    auditor: { select: tenant },
  }),
  fence("audit_seal", {
    worker: { insert: tenant, select: tenant },
    auditor: { select: tenant },
    definer: definerReads,
  }),
  fence("audit_checkpoint", {
    staff: { select: answersForLog },
    worker: { insert: tenant, select: tenant },
    auditor: { select: tenant },
  }),
  fence("audit_verification", {
    staff: { select: answersForLog },
    worker: { insert: tenant, select: tenant },
    auditor: { select: tenant },
  }),
];
