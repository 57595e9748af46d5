import { everything, fence, ownUser, tenant } from "./fence.ts";

/** Whom mail went to says whose case it is about; the policy of notice.listOutbox, once more. */
const looksAfterMail = "(select app.has_role(array['platformAdministrator', 'auditor']))";

const invitationOfMember = "template = 'identity.invitation' and app.is_my_member(user_id)";

export const noticeFences = [
  fence("notice", {
    // Anyone may tell anyone in the city that something waits; only the addressee reads it.
    staff: { select: ownUser, insert: tenant, update: ownUser },
    partner: { select: ownUser, insert: tenant, update: ownUser },
    worker: { select: tenant, insert: tenant },
  }),
  fence("outbox_mail", {
    staff: {
      select: looksAfterMail,
      insert: tenant,
      update: "(select app.has_role(array['platformAdministrator']))",
      updateColumns: ["attempts", "next_attempt_at", "failed_at", "failure"],
    },
    // An owner keeps an invitation that has not gone from going; what any mail says is closed to him.
    partner: {
      select: invitationOfMember,
      selectColumns: ["municipality_id", "id", "user_id", "template", "sent_at", "failed_at"],
      insert: tenant,
      update: invitationOfMember,
      updateColumns: ["failed_at", "failure"],
    },
    worker: { select: tenant, insert: tenant, update: tenant },
    definer: { insert: everything },
  }),
];
