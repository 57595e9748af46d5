import { definerReads, fence, ownOrganization, ownUser, tenant } from "./fence.ts";

const anywhere = definerReads.select ?? tenant;

export const identityFences = [
  fence("user_account", {
    staff: { select: tenant, insert: tenant, update: tenant },
    partner: {
      select: `${ownOrganization} or id = (select app.user_id())`,
      update: "id = (select app.user_id())",
      updateColumns: ["password_hash", "must_change_password", "version"],
    },
    worker: { select: tenant },
    definer: { select: anywhere },
  }),
  fence("role_assignment", {
    staff: { select: tenant, insert: tenant, update: tenant },
    partner: { select: tenant },
    worker: { select: tenant },
    definer: { select: anywhere },
  }),
  fence("auth_session", {
    staff: { select: ownUser, delete: tenant },
    partner: { select: ownUser, delete: ownUser },
    definer: { select: anywhere, insert: anywhere, update: anywhere, delete: anywhere },
  }),
  fence("draft", {
    staff: { select: ownUser, insert: ownUser, update: ownUser, delete: ownUser },
    partner: { select: ownUser, insert: ownUser, update: ownUser, delete: ownUser },
    worker: { select: tenant, delete: tenant },
  }),
];
