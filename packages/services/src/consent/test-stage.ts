import type { z } from "zod";
import { asId, type OrganizationId, type PartnerActor, type RoleCode } from "@tsunagari/domain";
import type { ConsentPurpose, GiveConsent } from "@tsunagari/domain/consent";
import { approveActivity, createActivity, getActivity, submitActivity } from "../activity/index.ts";
import { requestId, type World } from "../case/test-world.ts";
import { assignRole, createUser } from "../identity/index.ts";
import { newId, type Context } from "../kernel/index.ts";
import { changeSetting } from "../municipality/index.ts";
import { addPlace, grantReferralPermission, registerOrganization } from "../organization/index.ts";
import { createReferralDraft, sendReferral, updateReferralDraft } from "../referral/index.ts";

type GiveForm = z.input<typeof GiveConsent>;

/** A written consent by the person, given yesterday, as it comes from the form. */
export const consentForm = (personId: string, purpose: ConsentPurpose, changes: Partial<GiveForm> = {}): GiveForm => ({
  requestId: requestId(),
  personId,
  purpose,
  dataGroups: purpose === "support" ? [] : ["identity", "wishes"],
  givenOn: "2026-05-11",
  form: "written",
  givenBy: "person",
  ...changes,
});

const registerReceiver = async ({ administrator }: World["people"], name: string) => {
  const registered = await registerOrganization.execute(administrator, {
    requestId: requestId(),
    name,
    nameKana: "だんたい",
    kind: "voluntaryGroup",
    description: "架空の団体です。",
    phone: "0568-00-1111",
    mail: "",
    website: "",
  });
  const organizationId: OrganizationId = asId<"organization">(registered.id);
  const { id: placeId } = await addPlace.execute(administrator, {
    requestId: requestId(),
    organizationId,
    name: "集会所（架空）",
    postalCode: "487-0035",
    address: "春日井市架空町1",
    directions: "",
    areaIds: [],
  });
  await grantReferralPermission.execute(administrator, {
    requestId: requestId(),
    organizationId,
    sinceOn: "2026-04-01",
    untilOn: "",
    agreementVersion: "令和8年度版",
    agreementSignedOn: "2026-04-01",
    signedByTitle: "代表",
  });
  return { organizationId, placeId };
};

type Partner = Context & { readonly actor: PartnerActor };

const partner = (world: World, organizationId: OrganizationId, who: { userId: string; code: RoleCode }): Partner => ({
  ...world.system,
  actor: {
    kind: "partner",
    municipalityId: world.city.id,
    userId: asId<"user">(who.userId),
    organizationId,
    roles: [{ code: who.code, scopeKind: "organization", scopeId: asId<"scope">(organizationId) }],
    assurance: 1,
    freshUntil: new Date("2100-01-01T00:00:00Z"),
  },
});

const publishActivity = async (world: World, at: { organizationId: OrganizationId; placeId: string; name: string }) => {
  const { organizationId, placeId, name } = at;
  const { administrator } = world.people;
  const owner = partner(world, organizationId, { userId: newId<"user">(), code: "owner" });
  const schedule = { kind: "weekly", weekday: 3, fromTime: "13:00", toTime: "15:00", firstOn: "2026-04-01" } as const;
  const { id: activityId } = await createActivity.execute(owner, {
    requestId: requestId(),
    organizationId,
    content: {
      title: `${name}の集い`,
      titleKana: "つどい",
      category: "childrensCafeteria",
      summary: "いっしょに過ごす場所です。",
      description: "毎週、みんなで過ごします。",
      audiences: ["anyone"],
      schedule: { ...schedule, lastOn: "", skippedOn: [] },
      placeId,
      contactName: "事務局",
      contactPhone: "0568-00-1234",
      contactMail: "",
      contactWebsite: "",
      isFree: true,
      joinWay: "reserve",
      accessibility: [],
    },
    acceptsReferrals: true,
    referralCapacity: 2,
  });
  const roles = [{ code: "communityCoordinator", scopeKind: "municipality", scopeId: null }] as const;
  const moderator: Context = { ...administrator, actor: { ...administrator.actor, roles } };
  const seen = async () => ({
    requestId: requestId(),
    activityId,
    version: (await getActivity.execute(owner, { activityId })).version,
  });
  await submitActivity.execute(owner, await seen());
  await approveActivity.execute(moderator, await seen());
  return activityId;
};

const addMember = async ({ administrator }: World["people"], organizationId: OrganizationId): Promise<string> => {
  const { id: userId } = await createUser.execute(administrator, {
    requestId: requestId(),
    portal: "partner",
    mail: `${newId()}@example.jp`,
    name: "架空 受子",
    departmentId: null,
    organizationId,
  });
  await assignRole.execute(administrator, {
    requestId: requestId(),
    userId,
    code: "referralReceiver",
    scopeKind: "organization",
    scopeId: organizationId,
    sinceOn: "2026-04-01",
    untilOn: null,
  });
  return userId;
};

/** An organization that may receive referrals, with an activity that takes them and somebody who receives. */
export const addReceiver = async (world: World, name: string) => {
  const { organizationId, placeId } = await registerReceiver(world.people, name);
  const activityId = await publishActivity(world, { organizationId, placeId, name });
  const userId = await addMember(world.people, organizationId);
  return { organizationId, activityId, receiver: partner(world, organizationId, { userId, code: "referralReceiver" }) };
};
export type Receiver = Awaited<ReturnType<typeof addReceiver>>;

/** Lets the city refer without a meeting's decision (D-05), where a test is not about that. */
export const openGate = ({ people }: World) =>
  changeSetting.execute(people.administrator, {
    requestId: requestId(),
    key: "participationGate",
    value: "none",
    version: 0,
  });

type Wish = {
  readonly caseId: string;
  readonly personId: string;
  readonly consentGrantId: string;
  readonly receiver: Receiver;
  readonly withName?: boolean;
};

/** A draft with the least a packet holds, and the preferred name where wanted. */
export const draftReferral = async (context: Context, wish: Wish): Promise<string> => {
  const { caseId, personId, consentGrantId } = wish;
  const { id } = await createReferralDraft.execute(context, {
    requestId: requestId(),
    caseId,
    personId,
    activityId: wish.receiver.activityId,
    consentGrantId,
  });
  await updateReferralDraft.execute(context, {
    requestId: requestId(),
    referralId: id,
    version: 1,
    consentGrantId,
    purpose: "participation",
    contactWay: "through_staff",
    packet: {
      wishes: "週に一度、外に出たい",
      staffContact: "地域共生推進課 0568-00-0000",
      personFields: wish.withName ? ["preferredName"] : [],
    },
  });
  return id;
};

/** Sends a draft. */
export const send = (context: Context, referralId: string) =>
  sendReferral.execute(context, { requestId: requestId(), referralId, version: 2 });
