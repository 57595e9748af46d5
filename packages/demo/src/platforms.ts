import { addDays, civilDateOf, type CivilDate } from "@tsunagari/domain";
import {
  addAgency,
  addIndividual,
  requestToJoinPlatform,
  approveMembership,
  declineMembership,
  establishPlatform,
  leavePlatform,
} from "@tsunagari/services/platform";
import { clockAt, workdayBefore } from "./moment.ts";
import { moderatorOf } from "./moderator.ts";
import type { OrganizationFile } from "./organizations-file.ts";
import { administrator } from "./people.ts";
import {
  areaIdOf,
  as,
  departmentIdOf,
  forEachOf,
  idOf,
  note,
  ownerOf,
  requestOf,
  schemeIdOf,
  type Seeding,
} from "./seeding.ts";

const seedPlatform = async (
  seeding: Seeding,
  platform: Seeding["data"]["start"]["platforms"][number],
): Promise<void> => {
  const { code, name, description, sinceOn } = platform;
  const { id } = await establishPlatform.execute(as(seeding, administrator, clockAt(civilDateOf(sinceOn), "09:00")), {
    requestId: requestOf(seeding, "platform", code),
    name,
    description,
    sinceOn,
    schemeId: schemeIdOf(seeding, platform.scheme),
    areaIds: platform.areas.map((area) => areaIdOf(seeding, area)),
    operators: platform.operators.map(({ department, role }) => ({
      departmentId: departmentIdOf(seeding, department),
      role,
    })),
  });
  note(seeding, "platform", { code, id });
};

const apply = async (
  seeding: Seeding,
  organization: OrganizationFile,
  wish: { readonly platform: string; readonly on: CivilDate; readonly message: string | null; readonly step: string },
): Promise<string> => {
  const { id } = await requestToJoinPlatform.execute(
    as(seeding, ownerOf(organization.code), clockAt(wish.on, "10:00")),
    {
      requestId: requestOf(seeding, wish.step, organization.code, wish.platform),
      platformId: idOf(seeding, "platform", wish.platform),
      organizationId: idOf(seeding, "organization", organization.code),
      message: wish.message,
    },
  );
  return id;
};

const seedMembership = async (
  seeding: Seeding,
  organization: OrganizationFile,
  { platform, sinceOn, leftOn }: OrganizationFile["memberships"][number],
): Promise<void> => {
  const begins = civilDateOf(sinceOn);
  const wish = { platform, on: addDays(begins, -7), message: null, step: "membership" };
  const membershipId = await apply(seeding, organization, wish);
  await approveMembership.execute(as(seeding, moderatorOf(seeding), clockAt(addDays(begins, -4), "14:00")), {
    requestId: requestOf(seeding, "approval", organization.code, platform),
    membershipId,
    version: 1,
    sinceOn,
  });
  if (leftOn === undefined) return;
  await leavePlatform.execute(as(seeding, ownerOf(organization.code), clockAt(civilDateOf(leftOn), "10:00")), {
    requestId: requestOf(seeding, "leaving", organization.code, platform),
    membershipId,
    version: 2,
  });
};

const seedRequest = async (
  seeding: Seeding,
  organization: OrganizationFile,
  request: OrganizationFile["requests"][number],
): Promise<void> => {
  const { platform, message, declinedDaysAgo, declineReason } = request;
  const on = workdayBefore(seeding.day, request.daysAgo);
  const membershipId = await apply(seeding, organization, { platform, on, message, step: "application" });
  if (declinedDaysAgo === null) return;
  const declinedOn = workdayBefore(seeding.day, declinedDaysAgo);
  await declineMembership.execute(as(seeding, moderatorOf(seeding), clockAt(declinedOn, "15:00")), {
    requestId: requestOf(seeding, "refusal", organization.code, platform),
    membershipId,
    version: 1,
    reason: declineReason ?? "",
  });
};

/** Agencies and persons are entered by the coordinator on the day they begin. */
const seedParticipants = async (
  seeding: Seeding,
  { code, agencies, individuals }: Seeding["data"]["start"]["platforms"][number],
): Promise<void> => {
  const platformId = idOf(seeding, "platform", code);
  const on = (sinceOn: string) => as(seeding, moderatorOf(seeding), clockAt(civilDateOf(sinceOn), "13:00"));
  for (const { department, sinceOn } of agencies) {
    const requestId = requestOf(seeding, "agency", code, department);
    await addAgency.execute(on(sinceOn), {
      requestId,
      platformId,
      departmentId: departmentIdOf(seeding, department),
      sinceOn,
    });
  }
  for (const [index, { name, guardianAgreedOn, sinceOn }] of individuals.entries()) {
    const requestId = requestOf(seeding, "individual", code, String(index));
    const isMinor = name === null;
    await addIndividual.execute(on(sinceOn), { requestId, platformId, name, isMinor, guardianAgreedOn, sinceOn });
  }
};

/** The area platforms with their members as the plan counts them, and applications of these days. */
export const seedPlatforms = async (seeding: Seeding): Promise<void> => {
  for (const platform of seeding.data.start.platforms) {
    await seedPlatform(seeding, platform);
    await seedParticipants(seeding, platform);
  }
  await forEachOf(seeding.data.organizations, async (organization) => {
    for (const membership of organization.memberships) await seedMembership(seeding, organization, membership);
    for (const request of organization.requests) await seedRequest(seeding, organization, request);
  });
};
