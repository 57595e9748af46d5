import { activityWith, administrator, withRole } from "./people.ts";
import { inRoot, type RightTable } from "./right.ts";

const page = { page: 1, pageSize: 20 };
const colleague = `select u.id from user_account u where u.municipality_id = $1 and u.kind = 'staff' and u.status = 'active'
  and u.id <> (${administrator}) order by u.id limit 1`;
const stopped = "select id from user_account where municipality_id = $1 and status = 'deactivated' limit 1";
/** Somebody who has not chosen a password yet. */
const invited = withRole("sectionOfficer");
/** Somebody who signs in with a second factor. */
const guarded = withRole("outreachWorker");
const onUser = (userId: string, input: Record<string, unknown> = {}) => ({
  as: administrator,
  with: { userId, ...input },
});
const role = `select r.id from role_assignment r where r.municipality_id = $1 and r.user_id = (${colleague}) and r.until_on is null order by r.id limit 1`;
const organizationIn = (status: string): string =>
  `select o.id from organization o where o.municipality_id = $1 and o.status = '${status}'
    and not exists (select from referral_permission p where p.organization_id = o.id) order by o.id limit 1`;
const onOrganization = (status: string, input: Record<string, unknown> = {}) => ({
  as: administrator,
  with: { organizationId: organizationIn(status), ...input },
});
const place = {
  name: "集会所（架空）",
  postalCode: "487-0035",
  address: "架空町1-1",
  directions: "",
  latitude: null,
  longitude: null,
  areaIds: [],
};
const placeId = "select p.id from place p where p.municipality_id = $1 and not p.is_ended order by p.id limit 1";
const unusedPlace =
  "select p.id from place p where p.municipality_id = $1 and not p.is_ended and not exists (select from activity_version v where v.place_id = p.id) order by p.id limit 1";
const published = activityWith("published", "approved");
const submitted = activityWith("submitted", "submitted");
const membershipIn = (status: string): string =>
  `select id from platform_membership where municipality_id = $1 and status = '${status}' order by id limit 1`;
const platformId = "select id from platform where municipality_id = $1 order by id limit 1";
const noticed =
  "select n.user_id from notice n join user_account u on u.id = n.user_id where n.municipality_id = $1 and u.kind = 'staff' order by n.id limit 1";
const permission =
  "select id from referral_permission where municipality_id = $1 and until_on is null order by id limit 1";
const uncounted = `select o.id from organization o where o.municipality_id = $1
  and not exists (select from organization_trait t where t.organization_id = o.id) order by o.id limit 1`;
const trait = "select id from organization_trait where municipality_id = $1 and until_on is null order by id limit 1";
const scheme = "select scheme_id from platform where municipality_id = $1 order by id limit 1";

const network: RightTable = {
  "activity.get": { as: administrator, with: { activityId: published } },
  "activity.list": {
    as: administrator,
    with: { keyword: "", organizationId: undefined, status: undefined, acceptsReferrals: undefined, ...page },
  },
  "activity.listSubmitted": { as: administrator, with: page },
  "activity.approve": { as: administrator, with: { activityId: submitted } },
  "activity.return": { as: administrator, with: { activityId: submitted } },
  "activity.confirm": { as: administrator, with: { activityId: published } },
  "activity.end": { as: administrator, with: { activityId: published } },
  "organization.get": onOrganization("active"),
  "organization.list": {
    as: administrator,
    with: { keyword: "", kind: undefined, status: undefined, mayReceiveReferrals: undefined, ...page },
  },
  "organization.register": { as: administrator, with: { mail: "" } },
  "organization.amend": onOrganization("active", { mail: "" }),
  "organization.addPlace": onOrganization("active", place),
  "organization.amendPlace": { as: administrator, with: { placeId, ...place } },
  "organization.endPlace": { as: administrator, with: { placeId: unusedPlace } },
  "organization.rename": onOrganization("active"),
  "organization.suspend": onOrganization("active"),
  "organization.resume": onOrganization("suspended"),
  "organization.close": onOrganization("active"),
  "organization.grantReferralPermission": onOrganization("active", {
    sinceOn: "2026-07-01",
    agreementSignedOn: "2026-07-01",
  }),
  "organization.revokeReferralPermission": { as: administrator, with: { permissionId: permission } },
  "organization.recordTrait": {
    as: administrator,
    with: { organizationId: uncounted, sinceOn: "2026-07-01", untilOn: undefined },
  },
  "organization.endTrait": { as: administrator, with: { traitId: trait, untilOn: "2026-07-01" } },
  "organization.cancelTrait": { as: administrator, with: { traitId: trait } },
  "organization.countTraitsAsOf": { as: administrator, with: { on: "2026-03-31" } },
  "platform.list": { as: administrator },
  "platform.get": { as: administrator, with: { platformId } },
  "platform.listMembers": { as: administrator, with: { platformId } },
  "platform.listParticipants": { as: administrator, with: { platformId } },
  "platform.addAgency": {
    as: administrator,
    with: {
      platformId,
      departmentId: `select d.id from department d where d.municipality_id = $1 and d.kind = 'agency'
        and not exists (select from platform_participant p where p.department_id = d.id) order by d.id limit 1`,
      sinceOn: "2026-07-01",
    },
  },
  "platform.addIndividual": {
    as: administrator,
    with: { platformId, isMinor: false, guardianAgreedOn: "", sinceOn: "2026-07-01" },
  },
  "platform.endParticipant": {
    as: administrator,
    with: {
      participantId:
        "select id from platform_participant where municipality_id = $1 and until_on is null order by id limit 1",
    },
  },
  "platform.listMemberships": {
    as: administrator,
    with: { platformId: undefined, organizationId: undefined, status: undefined, ...page },
  },
  "platform.countMembersAsOf": { as: administrator, with: { on: "2026-03-31" } },
  "platform.establish": {
    as: administrator,
    with: {
      schemeId: scheme,
      areaIds: [`select id from area where scheme_id = (${scheme}) order by id limit 1`],
      operators: [
        { departmentId: "select id from department where municipality_id = $1 order by id limit 1", role: "city" },
      ],
      sinceOn: "2026-07-01",
    },
  },
  "platform.approve": { as: administrator, with: { membershipId: membershipIn("applied") } },
  "platform.decline": { as: administrator, with: { membershipId: membershipIn("applied") } },
  "platform.leave": { as: administrator, with: { membershipId: membershipIn("active") } },
  "notice.listOutbox": { as: administrator, with: page },
  "notice.markRead": { as: noticed, with: { noticeId: noticed.replace("n.user_id", "n.id") } },
};

const proven = (file: string) => ({ provenBy: `packages/services/src/${file}` });

const accounts: RightTable = {
  "identity.listUsers": {
    as: administrator,
    with: { portal: undefined, status: undefined, organizationId: undefined, ...page },
  },
  "identity.getUser": onUser(colleague),
  "identity.createUser": {
    as: administrator,
    with: {
      portal: "staff",
      departmentId: "select id from department where municipality_id = $1 order by id limit 1",
      organizationId: null,
    },
  },
  "identity.inviteUser": proven("identity/link/invitation.db.test.ts"),
  "identity.resendInvitation": onUser(invited),
  "identity.cancelInvitation": onUser(invited),
  "notice.retryMail": proven("notice/deliver-mail.db.test.ts"),
  "identity.issuePassword": onUser(colleague),
  "identity.resetSecondFactors": onUser(guarded),
  "identity.deactivateUser": onUser(colleague),
  "identity.reactivateUser": onUser(stopped),
  "identity.assignRole": onUser(colleague, {
    code: "auditor",
    scopeKind: "municipality",
    scopeId: null,
    sinceOn: "2026-07-01",
  }),
  "identity.endRole": onUser(colleague, {
    assignmentId: role,
    version: `select version from role_assignment where id = (${role})`,
  }),
};

/** Organizations, activities, platforms, mail and accounts: the administration's. */
export const rights: RightTable = inRoot("staff", { ...network, ...accounts });

export const states = [
  `update user_account set password_hash = null where id = (${invited})`,
  `insert into account_link (municipality_id, id, user_id, purpose, token_hash, created_at, expires_at)
     select $1, gen_random_uuid(), (${invited}), 'invitation', 'a link that opens nothing', '2026-06-30', '2026-07-07'`,
  `insert into totp_factor (municipality_id, id, user_id, secret_ciphertext, confirmed_at, created_at)
     select $1, gen_random_uuid(), (${guarded}), '', '2026-06-01', '2026-06-01'`,
];
