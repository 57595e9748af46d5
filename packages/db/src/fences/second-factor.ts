import { definerReads, fence, ownUser, tenant } from "./fence.ts";

const anywhere = definerReads.select ?? tenant;

// An administrator sees that a colleague has factors and can take them away; what opens them he cannot select.
const ownOrAdministered = `${ownUser} or (select app.has_role(array['platformAdministrator']))`;
const reset = { select: tenant, delete: tenant };

const key = ["municipality_id", "id", "user_id"];
const totpColumns = [...key, "last_step", "confirmed_at", "created_at"];
const passkeyColumns = [
  ...key,
  "credential_id",
  "rp_id",
  "transports",
  "is_backed_up",
  "name_ciphertext",
  "created_at",
  "last_used_at",
];
const recoveryColumns = [...key, "used_at", "created_at"];

export const secondFactorFences = [
  fence("totp_factor", {
    staff: {
      select: ownOrAdministered,
      selectColumns: totpColumns,
      insert: `${ownUser} and confirmed_at is null`,
      update: ownUser,
      updateColumns: ["confirmed_at"],
      delete: ownOrAdministered,
    },
    partner: {
      select: ownUser,
      selectColumns: totpColumns,
      insert: `${ownUser} and confirmed_at is null`,
      update: ownUser,
      updateColumns: ["confirmed_at"],
      delete: ownUser,
    },
    worker: { ...reset, selectColumns: totpColumns },
    definer: { select: anywhere, update: anywhere },
  }),
  fence("passkey", {
    staff: {
      select: ownOrAdministered,
      selectColumns: passkeyColumns,
      insert: ownUser,
      update: ownUser,
      updateColumns: ["name_ciphertext"],
      delete: ownOrAdministered,
    },
    partner: {
      select: ownUser,
      selectColumns: passkeyColumns,
      insert: ownUser,
      update: ownUser,
      updateColumns: ["name_ciphertext"],
      delete: ownUser,
    },
    worker: { ...reset, selectColumns: passkeyColumns },
    definer: { select: anywhere, update: anywhere },
  }),
  fence("recovery_code", {
    staff: { select: ownOrAdministered, selectColumns: recoveryColumns, insert: ownUser, delete: ownOrAdministered },
    partner: { select: ownUser, selectColumns: recoveryColumns, insert: ownUser, delete: ownUser },
    worker: { ...reset, selectColumns: recoveryColumns },
    definer: { select: anywhere, update: anywhere },
  }),
];

/** Whoever gains or loses a factor is signed out everywhere in the same transaction, whatever the path (d7). */
export const secondFactorTriggers: readonly string[] = [
  `create trigger totp_factor_confirmed_ends_sessions after update of confirmed_at on totp_factor
     for each row when (old.confirmed_at is distinct from new.confirmed_at)
     execute function app.end_sessions_of_owner();`,
  `create trigger totp_factor_gone_ends_sessions after delete on totp_factor
     for each row when (old.confirmed_at is not null)
     execute function app.end_sessions_of_owner();`,
  `create trigger passkey_ends_sessions after insert or delete on passkey
     for each row execute function app.end_sessions_of_owner();`,
];
