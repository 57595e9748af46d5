import { activityWith, memberOf, own, ownerOf, receiverOf, referralIn } from "./people.ts";
import { inRoot, type RightTable } from "./right.ts";

const published = activityWith("published", "approved");
const draft = activityWith("draft", "draft");
const submitted = activityWith("submitted", "submitted");
const owner = ownerOf(published);
const organizationId = `select organization_id from activity where id = (${published})`;
const placeId = `select id from place where organization_id = (${organizationId}) and not is_ended order by id limit 1`;
const content = {
  schedule: {
    kind: "weekly",
    weekday: 3,
    fromTime: "10:00",
    toTime: "12:00",
    firstOn: "2026-07-15",
    lastOn: "",
    skippedOn: [],
  },
  contactMail: "",
  contactPhone: "0568-00-1234",
  feeNote: "",
  isFree: true,
};
const place = {
  name: "集会所（架空）",
  postalCode: "487-0035",
  address: "架空町1-1",
  directions: "",
  latitude: null,
  longitude: null,
  areaIds: [],
};

const onReferral = (status: string, input: Record<string, unknown> = {}) => ({
  as: receiverOf(referralIn(status)),
  with: { referralId: referralIn(status), ...input },
});

const unusedPlace = `select p.id from place p where p.municipality_id = $1 and not p.is_ended
  and not exists (select from activity_version v where v.place_id = p.id)
  and exists (select from role_assignment r where r.role_code = 'owner' and r.scope_id = p.organization_id) order by p.id limit 1`;

/** An organization that has an owner, and a platform it has not joined. */
const joining = (
  wanted: "o.id" | "p.id",
) => `select ${wanted} from organization o join platform p on p.municipality_id = o.municipality_id and p.status <> 'closed'
  where o.municipality_id = $1 and o.status = 'active'
    and exists (select from role_assignment r where r.role_code = 'owner' and r.scope_id = o.id)
    and not exists (select from platform_membership m where m.platform_id = p.id and m.organization_id = o.id and m.status in ('applied', 'active'))
  order by o.id, p.id limit 1`;
const applied = `select m.id from platform_membership m where m.municipality_id = $1 and m.status = 'applied'
  and exists (select from role_assignment r where r.role_code = 'owner' and r.scope_id = m.organization_id) order by m.id limit 1`;
const active = applied.replace("'applied'", "'active'");
const ownerOfMembership = (membershipId: string) =>
  memberOf(`select organization_id from platform_membership where id = (${membershipId})`, "owner");
const platformOf = (membershipId: string) => `select platform_id from platform_membership where id = (${membershipId})`;
const noticed =
  "select n.user_id from notice n join user_account u on u.id = n.user_id where n.municipality_id = $1 and u.kind = 'partner' order by n.id limit 1";

/** Somebody of the owner's organization who has been invited; `states` brings him there, for the demo's owners work alone. */
const member = `select r.user_id from role_assignment r where r.municipality_id = $1 and r.role_code = 'editor' and r.until_on is null
  and not exists (select from role_assignment o where o.user_id = r.user_id and o.role_code = 'owner') order by r.id limit 1`;
const onMember = (input: Record<string, unknown> = {}) => ({ as: owner, with: { userId: member, ...input } });
const editorRole = `select id from role_assignment where user_id = (${member}) and role_code = 'editor' limit 1`;

export const rights: RightTable = inRoot("partner", {
  ...own(owner, "activity"),
  "identity.listMembers": { as: owner, with: { page: 1, pageSize: 20 } },
  "identity.inviteMember": { provenBy: "packages/services/src/identity/member/member.db.test.ts" },
  "identity.giveMemberRole": onMember({ code: "owner" }),
  "identity.endRole": onMember({
    assignmentId: editorRole,
    version: `select version from role_assignment where id = (${editorRole})`,
  }),
  "identity.resendInvitation": onMember(),
  "identity.cancelInvitation": onMember(),
  "identity.deactivateUser": onMember(),
  "notice.markRead": { as: noticed, with: { noticeId: noticed.replace("n.user_id", "n.id") } },

  "activity.list": {
    as: owner,
    with: {
      keyword: "",
      organizationId: undefined,
      status: undefined,
      acceptsReferrals: undefined,
      page: 1,
      pageSize: 20,
    },
  },
  "activity.get": { as: owner, with: { activityId: published } },
  "activity.create": { as: owner, with: { organizationId, referralCapacity: "", content: { ...content, placeId } } },
  "activity.amend": { as: owner, with: { activityId: published, content: { ...content, placeId } } },
  "activity.submit": { as: ownerOf(draft), with: { activityId: draft } },
  "activity.takeBack": { as: ownerOf(submitted), with: { activityId: submitted } },
  "activity.discard": { as: ownerOf(draft), with: { activityId: draft } },
  "activity.confirm": { as: owner, with: { activityId: published } },
  "activity.end": { as: owner, with: { activityId: published } },
  "activity.setReferralCapacity": { as: owner, with: { activityId: published, referralCapacity: "9" } },

  "organization.get": { as: owner, with: { organizationId } },
  "organization.amend": { as: owner, with: { organizationId, mail: "" } },
  "organization.addPlace": { as: owner, with: { organizationId, ...place } },
  "organization.amendPlace": {
    as: memberOf(`select organization_id from place where id = (${unusedPlace})`, "owner"),
    with: { placeId: unusedPlace, ...place },
  },
  "organization.endPlace": {
    as: memberOf(`select organization_id from place where id = (${unusedPlace})`, "owner"),
    with: { placeId: unusedPlace },
  },

  "platform.list": { as: owner },
  "platform.get": {
    as: owner,
    with: { platformId: "select id from platform where municipality_id = $1 order by id limit 1" },
  },
  "platform.listMembers": { as: ownerOfMembership(active), with: { platformId: platformOf(active) } },
  "platform.listParticipants": { as: ownerOfMembership(active), with: { platformId: platformOf(active) } },
  "platform.requestToJoin": {
    as: memberOf(joining("o.id"), "owner"),
    with: { platformId: joining("p.id"), organizationId: joining("o.id") },
  },
  "platform.cancelApplication": { as: ownerOfMembership(applied), with: { membershipId: applied } },
  "platform.leave": { as: ownerOfMembership(active), with: { membershipId: active } },

  "referral.get": onReferral("accepted"),
  "referral.listInbox": { as: receiverOf(referralIn("accepted")), with: { page: 1, pageSize: 20 } },
  "referral.listHistory": { as: receiverOf(referralIn("completed")), with: { page: 1, pageSize: 20 } },
  "referral.markSeen": onReferral("sent"),
  "referral.accept": onReferral("sent", { contactPersonName: "架空 受入", firstStepOn: "2026-07-08" }),
  "referral.decline": onReferral("sent"),
  "referral.waitlist": onReferral("sent"),
  "referral.unaccept": onReferral("accepted"),
  "referral.start": onReferral("accepted", { firstContactOn: "2026-07-01" }),
  "referral.complete": onReferral("in_progress"),
  "referral.markNotHelped": onReferral("in_progress"),
  "referral.reopen": onReferral("completed"),
  "referral.ask": onReferral("accepted"),
  "referral.confirmDestroyed": onReferral("withdrawn"),
});

export const states = [
  `update user_account set organization_id = (${organizationId}), password_hash = null where id = (${member})`,
  `update role_assignment set scope_id = (${organizationId}) where user_id = (${member})`,
  `insert into account_link (municipality_id, id, user_id, purpose, token_hash, created_at, expires_at)
     select $1, gen_random_uuid(), (${member}), 'invitation', 'another link that opens nothing', '2026-06-30', '2026-07-07'`,
];
