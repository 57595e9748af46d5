import { asId, type OrganizationId, type PartnerActor, type RoleCode } from "@tsunagari/domain";
import type { DataGroup } from "@tsunagari/domain/case";
import type { AcceptReferral, ReferralId, UpdateReferralDraftForm } from "@tsunagari/domain/referral";
import {
  intake,
  on,
  openWorld as openCaseWorld,
  requestId,
  takeIn,
  today,
  type World as CaseWorld,
} from "../case/test-world.ts";
import { giveConsent } from "../consent/index.ts";
import type { Place } from "../identity/test-city.ts";
import { newId, sealForCity, type Context } from "../kernel/index.ts";
import { acceptReferral, createReferralDraft, sendReferral, updateReferralDraft } from "./index.ts";

export { answerOf, requestId } from "../case/test-world.ts";
export { on, today };

type Base = Pick<CaseWorld, "system" | "behind" | "city" | "otherCity" | "people">;

/** An organization with a permission to receive referrals (D-14), as it stands after registration. */
const addOrganization = async ({ behind }: Base, municipalityId: string, name: string): Promise<OrganizationId> => {
  const id = newId<"organization">();
  await behind`insert into organization (municipality_id, id, name, name_kana, kind, description, status, since_on)
    values (${municipalityId}, ${id}, ${name}, 'だんたい', 'npo', '架空の団体', 'active', '2020-04-01')`;
  await behind`insert into referral_permission
      (municipality_id, id, organization_id, since_on, agreement_version, agreement_signed_on, signed_by_title)
    values (${municipalityId}, ${newId()}, ${id}, '2026-04-01', '1', '2026-04-01', '代表')`;
  return id;
};

const addActivity = async (
  { behind }: Base,
  of: { readonly municipalityId: string; readonly organizationId: string; readonly capacity?: number },
): Promise<string> => {
  const id = newId<"activity">();
  await behind`insert into activity (municipality_id, id, organization_id, status, accepts_referrals, referral_capacity)
    values (${of.municipalityId}, ${id}, ${of.organizationId}, 'published', true, ${of.capacity ?? null})`;
  return id;
};

/** A user of an organization with one role since April, and the context in which he acts. */
const addMember = async (
  { behind, system, city }: Base,
  of: { readonly municipalityId: string; readonly organizationId: OrganizationId; readonly role?: RoleCode },
): Promise<Context & { readonly actor: PartnerActor }> => {
  const userId = newId<"user">();
  const municipalityId = asId<"municipality">(of.municipalityId);
  const code = of.role ?? "referralReceiver";
  const name = sealForCity(system.keys, "架空 受入", {
    table: "user_account",
    column: "name_ciphertext",
    municipalityId: city.id,
    rowId: userId,
  });
  await behind`insert into user_account
      (municipality_id, id, kind, organization_id, mail_hmac, mail_ciphertext, name_ciphertext, status)
    values (${municipalityId}, ${userId}, 'partner', ${of.organizationId}, ${Buffer.from(userId)}, ${name}, ${name}, 'active')`;
  await behind`insert into role_assignment (municipality_id, id, user_id, role_code, scope_kind, scope_id, since_on)
    values (${municipalityId}, ${newId()}, ${userId}, ${code}, 'organization', ${of.organizationId}, '2026-04-01')`;
  const actor: PartnerActor = {
    kind: "partner",
    municipalityId,
    userId,
    organizationId: of.organizationId,
    assurance: 1,
    freshUntil: new Date("2100-01-01T00:00:00Z"),
    roles: [{ code, scopeKind: "organization", scopeId: asId<"scope">(of.organizationId) }],
  };
  return { ...system, actor };
};

/** Two cities; in Kasugai two organizations with an activity, their receivers, and people of the city. */
export const openWorld = async (place?: Place) => {
  const base = await openCaseWorld(place);
  const municipalityId = base.city.id;
  const organizationId = await addOrganization(base, municipalityId, "みんなの食堂（架空）");
  const otherOrganizationId = await addOrganization(base, municipalityId, "となりの広場（架空）");
  const foreignOrganizationId = await addOrganization(base, base.otherCity.id, "入間の広場（架空）");
  const receiver = await addMember(base, { municipalityId, organizationId });
  return {
    ...base,
    organizationId,
    otherOrganizationId,
    activityId: await addActivity(base, { municipalityId, organizationId }),
    partners: {
      receiver,
      owner: await addMember(base, { municipalityId, organizationId, role: "owner" }),
      neighbor: await addMember(base, { municipalityId, organizationId: otherOrganizationId }),
      foreigner: await addMember(base, { municipalityId: base.otherCity.id, organizationId: foreignOrganizationId }),
    },
    worker: {
      ...base.system,
      actor: { kind: "worker", municipalityId, job: "referral" },
    } satisfies Context,
    addActivity: (capacity: number) => addActivity(base, { municipalityId, organizationId, capacity }),
  };
};
export type World = Awaited<ReturnType<typeof openWorld>>;

/** The decision of a held consented meeting that opens the gate (D-05). */
export const decideParticipation = async (
  { behind, city, people }: World,
  person: { caseId: string; personId: string },
) => {
  const [meetingId, itemId, decisionId] = [newId(), newId(), newId()];
  const { userId } = people.coordinator.actor;
  await behind`insert into meeting (municipality_id, id, legal_basis, status, meets_on, host, convened_by)
    values (${city.id}, ${meetingId}, 'consented', 'held', '2026-05-11', '市', ${userId})`;
  await behind`insert into agenda_item (municipality_id, id, meeting_id, case_id, person_id, topic)
    values (${city.id}, ${itemId}, ${meetingId}, ${person.caseId}, ${person.personId}, 'participationSupport')`;
  await behind`insert into meeting_decision (municipality_id, id, agenda_item_id, case_id, person_id, kind, decided_on, recorded_at, recorded_by)
    values (${city.id}, ${decisionId}, ${itemId}, ${person.caseId}, ${person.personId}, 'participationNeeded', '2026-05-11', '2026-05-11T01:00:00Z', ${userId})`;
};

export const everyGroup = ["identity", "contact", "wishes", "needs", "cautions"] as const;

/** A new case whose person was judged to need participation support and consented to the organization. */
export const takeInWithConsent = async (
  world: World,
  terms: { readonly dataGroups?: readonly DataGroup[]; readonly lastOn?: string; readonly isProtected?: boolean } = {},
) => {
  const { coordinator } = world.people;
  const form = terms.isProtected ? { ...intake(), isProtected: true } : intake();
  const { caseId, personId } = await takeIn(coordinator, world.behind, form);
  await decideParticipation(world, { caseId, personId });
  const { id: grantId } = await giveConsent.execute(coordinator, {
    requestId: requestId(),
    personId,
    purpose: "partnerDisclosure",
    organizationIds: [world.organizationId],
    dataGroups: [...(terms.dataGroups ?? everyGroup)],
    givenOn: today,
    lastOn: terms.lastOn ?? "",
    form: "written",
    givenBy: "person",
  });
  return { caseId, personId, grantId };
};
export type Consented = Awaited<ReturnType<typeof takeInWithConsent>>;

export const packet = {
  wishes: "週に一度、料理をしてみたい",
  needs: "静かな席があると安心です",
  times: "平日の午前",
  staffContact: "地域共生推進課 0568-00-9999",
  cautions: "大きな音が苦手です",
  personFields: ["preferredName", "name", "phone", "address"],
} satisfies UpdateReferralDraftForm["packet"];

/** A written draft, ready to be sent. */
export const draftFor = async (
  world: World,
  person: Consented,
  more: {
    readonly packet?: UpdateReferralDraftForm["packet"];
    readonly activityId?: string;
    readonly dueOn?: string;
    readonly parentId?: string;
  } = {},
): Promise<ReferralId> => {
  const { coordinator } = world.people;
  const { caseId, personId, grantId: consentGrantId } = person;
  const { id } = await createReferralDraft.execute(coordinator, {
    requestId: requestId(),
    caseId,
    personId,
    activityId: more.activityId ?? world.activityId,
    consentGrantId,
    parentId: more.parentId ?? null,
  });
  await updateReferralDraft.execute(coordinator, {
    requestId: requestId(),
    referralId: id,
    version: 1,
    consentGrantId,
    purpose: "participation",
    contactWay: "with_staff",
    dueOn: more.dueOn ?? "",
    packet: more.packet ?? packet,
  });
  return asId<"referral">(id);
};

/** The version a form would hold now. */
export const versionOf = async ({ behind }: World, referralId: string): Promise<number> => {
  const [row] = await behind<{ version: number }[]>`select version from referral where id = ${referralId}`;
  return row?.version ?? 0;
};

export const statusOf = async ({ behind }: World, referralId: string): Promise<string> => {
  const [row] = await behind<{ status: string }[]>`select status from referral where id = ${referralId}`;
  return row?.status ?? "";
};

export const placesOf = async ({ behind }: World, activityId: string): Promise<number> => {
  const [row] = await behind<
    { taken: number }[]
  >`select referral_places_taken as taken from activity where id = ${activityId}`;
  return row?.taken ?? -1;
};

/** The input every move of the machine carries. */
export const seen = async (world: World, referralId: ReferralId) => ({
  requestId: requestId(),
  referralId,
  version: await versionOf(world, referralId),
});

export const sentFor = async (
  world: World,
  person: Consented,
  more: Parameters<typeof draftFor>[2] = {},
): Promise<ReferralId> => {
  const id = await draftFor(world, person, more);
  await sendReferral.execute(world.people.coordinator, await seen(world, id));
  return id;
};

export const yes = { contactPersonName: "架空 受入", firstStepOn: "2026-05-20" } satisfies Partial<
  Record<keyof AcceptReferral, string>
>;

export const acceptedFor = async (
  world: World,
  person: Consented,
  more: Parameters<typeof draftFor>[2] = {},
): Promise<ReferralId> => {
  const id = await sentFor(world, person, more);
  await acceptReferral.execute(world.partners.receiver, { ...(await seen(world, id)), ...yes });
  return id;
};
