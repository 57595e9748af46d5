import {
  either,
  nobody,
  byStaff,
  byClock,
  ownRow,
  ofOwnOrganization,
  byAdministrator,
  invitationByOwner,
  type RuleTable,
} from "../rule.ts";

const ownFactor = either(ownRow, byClock, byAdministrator);

export const rules: RuleTable = {
  // Accounts. Names are sealed with the city's key; colleagues are told by it, a partner only of its own organization.
  user_account: either(
    byStaff,
    byClock,
    ofOwnOrganization,
    ({ asker }, row) => asker.kind === "partner" && row.id === asker.user,
  ),
  role_assignment: either(
    byStaff,
    byClock,
    ({ asker }, row) => asker.kind === "partner" && asker.user !== "" && row["user_id"] === asker.user,
    ({ asker }, row) =>
      asker.kind === "partner" &&
      asker.organization !== "" &&
      row["scope_kind"] === "organization" &&
      row["scope_id"] === asker.organization,
  ),
  // That a link was sent is the administration's to see, from the portal or from the machine; what it holds nobody's.
  // An owner sees that whom he invited has not answered yet.
  account_link: either(
    byAdministrator,
    byClock,
    (question, row) => row["purpose"] === "invitation" && invitationByOwner(question, row),
  ),
  // That a colleague has factors is the administration's to see and to take away; what opens them is granted to nobody.
  totp_factor: ownFactor,
  passkey: ownFactor,
  recovery_code: ownFactor,
  // Before an actor exists there is only the look-up role, which has functions and no table.
  auth_session: nobody,
};
