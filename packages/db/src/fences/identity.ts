import { definerReads, fence, ownOrganization, ownUser, tenant } from "./fence.ts";

const anywhere = definerReads.select ?? tenant;

// Users and their rights are changed by administrators, and by the worker's set-up job for the first of them.
const byAdministrator = "(select app.has_role(array['platformAdministrator']))";
const oneself = "id = (select app.user_id())";

// An owner keeps the people of the own organization; `app.is_my_member` asks for both.
const asOwner = `${ownOrganization} and (select app.is_organization_owner())`;
const ofMember = "app.is_my_member(user_id)";
const inOwnOrganization = "scope_kind = 'organization' and scope_id = (select app.organization_id())";
const invitationOfMember = `purpose = 'invitation' and ${ofMember}`;
// D-14: receiving is given only while the city lets the organization receive.
const givable = `(role_code in ('owner', 'editor')
  or (role_code = 'referralReceiver' and (select app.may_own_organization_receive())))`;
/** D-31: what was half written about a resident ends with the access to what it is about. */
const ownDraftOf = (writer: "staff" | "partner") => {
  const open = `${ownUser} and app.is_draft_open('${writer}', case_id, person_id, referral_id)`;
  return { select: open, insert: open, update: open, delete: ownUser };
};

export const identityFences = [
  fence("user_account", {
    staff: {
      select: tenant,
      insert: byAdministrator,
      update: `${byAdministrator} or ${oneself}`,
      updateColumns: ["password_hash", "password_expires_at", "status", "version"],
    },
    partner: {
      select: `${ownOrganization} or ${oneself}`,
      insert: `kind = 'partner' and ${asOwner}`,
      update: `${oneself} or (${asOwner})`,
      updateColumns: ["password_hash", "password_expires_at", "status", "version"],
    },
    worker: {
      select: tenant,
      insert: "kind = 'staff'",
      update: "kind = 'staff'",
      updateColumns: ["password_hash", "password_expires_at", "status", "version"],
    },
    definer: {
      select: anywhere,
      update: anywhere,
      updateColumns: ["password_hash", "password_expires_at", "version"],
    },
  }),
  fence("role_assignment", {
    staff: {
      select: tenant,
      insert: `${byAdministrator} and user_id <> (select app.user_id())`,
      update: `${byAdministrator} and user_id <> (select app.user_id())`,
      updateColumns: ["until_on", "version"],
    },
    partner: {
      select: `${ownUser} or (${inOwnOrganization})`,
      insert: `${inOwnOrganization} and ${givable} and ${ofMember}`,
      update: `${inOwnOrganization} and ${ofMember}`,
      updateColumns: ["until_on", "version"],
    },
    worker: { select: tenant, insert: "role_code = 'platformAdministrator'" },
    definer: { select: anywhere },
  }),
  fence("auth_session", {
    definer: { select: anywhere, insert: anywhere, update: anywhere, delete: anywhere },
  }),
  // What a link holds is known to nobody but its mail: the hash stays with the functions.
  fence("account_link", {
    staff: {
      select: byAdministrator,
      selectColumns: ["municipality_id", "id", "user_id", "purpose", "created_at", "expires_at"],
      insert: byAdministrator,
      delete: byAdministrator,
    },
    partner: {
      select: invitationOfMember,
      selectColumns: ["municipality_id", "id", "user_id", "purpose", "created_at", "expires_at"],
      insert: invitationOfMember,
      delete: invitationOfMember,
    },
    // The machine's administration lists users as an administrator does.
    worker: {
      select: tenant,
      selectColumns: ["municipality_id", "id", "user_id", "purpose", "created_at", "expires_at"],
    },
    definer: { select: anywhere, insert: anywhere, delete: anywhere },
  }),
  fence("draft", {
    staff: ownDraftOf("staff"),
    partner: ownDraftOf("partner"),
    worker: { select: tenant, delete: tenant },
    definer: { select: anywhere, delete: anywhere },
  }),
];

/**
 * Sessions and links end in the same transaction in which an account is deactivated or its password changes, whoever
 * changes it and by whatever path (ASVS 7.4.2, 7.4.3). Run as the owner, after the functions.
 */
export const identityTriggers: readonly string[] = [
  `create trigger user_account_ends_sessions after update of status, password_hash on user_account
     for each row when (old.status is distinct from new.status or old.password_hash is distinct from new.password_hash)
     execute function app.end_sessions_of_account();`,
  `create trigger user_account_kept_by_owner before update on user_account
     for each row execute function app.guard_member_account();`,
  // ASVS 7.2.4 asks for another token where rights change; they count from the next request on, and so does the token.
  `create trigger role_assignment_rotates_sessions after insert or update on role_assignment
     for each row execute function app.rotate_sessions_of_account();`,
];
