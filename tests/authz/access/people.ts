/* Statements that give a user's id: who may do what the tables of rights say. $1 is the city. */
export const withRole = (code: string): string =>
  `select r.user_id from role_assignment r join user_account u on u.municipality_id = r.municipality_id and u.id = r.user_id
    where r.municipality_id = $1 and r.role_code = '${code}' and u.status = 'active' and r.until_on is null order by r.id limit 1`;

export const administrator = withRole("platformAdministrator");
export const auditor = withRole("auditor");
export const coordinator = withRole("caseCoordinator");
export const supervisor = withRole("supervisor");

/** The one who leads a case, given as a statement. */
export const leadOf = (caseId: string): string =>
  `select a.user_id from case_assignment a join role_assignment r on r.user_id = a.user_id and r.role_code = 'caseCoordinator'
    where a.case_id = (${caseId}) and a.until_on is null order by a.id limit 1`;

/** Somebody of an organization with a role. */
export const memberOf = (organizationId: string, code: string): string =>
  `select r.user_id from role_assignment r where r.role_code = '${code}' and r.scope_id = (${organizationId})
    and r.until_on is null order by r.id limit 1`;

export const referralIn = (...statuses: readonly string[]): string =>
  `select id from referral where municipality_id = $1 and status in ('${statuses.join("', '")}') order by id limit 1`;
export const caseOf = (referralId: string): string => `select case_id from referral where id = (${referralId})`;
export const receiverOf = (referralId: string): string =>
  memberOf(`select organization_id from referral where id = (${referralId})`, "referralReceiver");

/** An activity whose newest version stands so, of an organization that has an owner. */
export const activityWith = (status: string, version: string): string =>
  `select a.id from activity a join activity_version v on v.activity_id = a.id
    where a.municipality_id = $1 and a.status = '${status}' and v.status = '${version}'
      and exists (select from role_assignment r where r.role_code = 'owner' and r.scope_id = a.organization_id)
      and (v.status <> 'approved' or not exists (select from activity_version w where w.activity_id = a.id and w.status in ('draft', 'submitted', 'returned')))
    order by a.id limit 1`;
export const ownerOf = (activityId: string): string =>
  memberOf(`select organization_id from activity where id = (${activityId})`, "owner");

/** What every signed-in user of a portal may call for himself. */
export const own = (as: string, draftForm: string) => {
  const form = { form: draftForm, subject: "" };
  // About nobody: a sample's case would be one the writer may not read.
  const ofNobody = { caseId: undefined, personId: undefined, referralId: undefined };
  return {
    "draft.get": { as, with: form },
    "draft.save": { as, with: { ...form, ...ofNobody, content: { text: "書きかけ" } } },
    "draft.discard": { as, with: form },
    "identity.getMe": { as },
    "notice.list": { as, with: { onlyUnread: false, page: 1, pageSize: 20 } },
    "notice.countUnread": { as },
    "municipality.getCity": { as },
    "municipality.getOffer": { as },
    "municipality.listLabels": { as },
    "municipality.listAreas": { as },
    "municipality.getPage": { as },
    ...accountOf(as),
  };
};

const proven = (file: string) => ({ provenBy: `packages/services/src/identity/${file}` });

/** One's own account: passwords and factors want what only their owner has. */
const accountOf = (as: string) => ({
  "identity.changeOwnPassword": proven("session/own-account.db.test.ts"),
  "identity.getSecondFactors": { as },
  "identity.listOwnSessions": proven("session/own-sessions.db.test.ts"),
  "identity.endOwnSession": proven("session/own-sessions.db.test.ts"),
  "identity.endOtherSessions": proven("session/own-sessions.db.test.ts"),
  "identity.beginTotp": { as },
  "identity.beginPasskey": { as },
  "identity.confirmTotp": proven("second-factor/second-factor.db.test.ts"),
  "identity.removeTotp": proven("second-factor/second-factor.db.test.ts"),
  "identity.registerPasskey": proven("passkey/passkey.db.test.ts"),
  "identity.renamePasskey": proven("passkey/passkey.db.test.ts"),
  "identity.removePasskey": proven("passkey/passkey.db.test.ts"),
  "identity.renewRecoveryCodes": proven("second-factor/second-factor.db.test.ts"),
});
