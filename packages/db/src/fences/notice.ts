import { fence, ownUser, tenant } from "./fence.ts";

export const noticeFences = [
  fence("notice", {
    // Anyone may tell anyone in the city that something waits; only the addressee reads it.
    staff: { select: ownUser, insert: tenant, update: ownUser },
    partner: { select: ownUser, insert: tenant, update: ownUser },
    worker: { select: tenant, insert: tenant },
  }),
  fence("outbox_mail", {
    staff: { select: tenant, insert: tenant },
    partner: { insert: tenant },
    worker: { select: tenant, insert: tenant, update: tenant },
  }),
];
