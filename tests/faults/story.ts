import { createSession } from "@tsunagari/auth";
import type { Portal } from "@tsunagari/domain/identity";
import { z } from "zod";
import { intake, today } from "../../packages/services/src/case/test-world.ts";
import { everyGroup, openWorld, packet, yes, type World } from "../../packages/services/src/referral/test-world.ts";
import type { Client } from "./client.ts";
import type { FaultInstance } from "./instance.ts";

/** A city with a coordinator, an organization with its receiver, and the cookies of both. */
export const openStage = async (instance: FaultInstance) => {
  const world = await openWorld(await instance.place());
  await world.behind`insert into municipality_setting (municipality_id, id, key, value)
    values (${world.city.id}, gen_random_uuid(), 'participationGate', '"none"')`;
  // A one-time password opens nothing but the way to one's own; here nobody types any.
  await world.behind`update user_account set password_expires_at = null`;
  const cookieOf = async (portal: Portal, userId: string): Promise<string> => {
    const owner = { portal, municipalityId: world.city.id, userId, assurance: 1 } as const;
    return `${portal}=${await createSession(world.system, owner)}`;
  };
  const cookies = {
    staff: await cookieOf("staff", world.people.coordinator.actor.userId),
    partner: await cookieOf("partner", world.partners.receiver.actor.userId),
  };
  return { world, cookies };
};

const Case = z.object({ members: z.array(z.object({ id: z.string() })).min(1) });

/** How a story ends: what must stand in the database once its last answer has come. */
export type Ending = { readonly referralId: string; readonly grantId: string; readonly status: string };

const takeIn = async (client: Client, world: World, name: string) => {
  await client.command("staff", "draft.save", { form: "intake", subject: "", content: { summary: name } });
  const { requestId: _own, ...form } = intake(name);
  const caseId = await client.command("staff", "case.open", form);
  const [person] = Case.parse(await client.query("staff", "case.get", { caseId })).members;
  const personId = person?.id ?? "";
  const grantId = await client.command("staff", "consent.give", {
    personId,
    purpose: "partnerDisclosure",
    organizationIds: [world.organizationId],
    dataGroups: [...everyGroup],
    givenOn: today,
    form: "written",
    givenBy: "person",
  });
  return { caseId, personId, consentGrantId: grantId };
};

const refer = async (client: Client, world: World, about: Awaited<ReturnType<typeof takeIn>>): Promise<string> => {
  const { caseId, personId, consentGrantId } = about;
  const begun = { caseId, personId, consentGrantId, activityId: world.activityId };
  const referralId = await client.command("staff", "referral.createDraft", begun);
  await client.command("staff", "referral.updateDraft", {
    referralId,
    version: 1,
    consentGrantId,
    purpose: "participation",
    contactWay: "with_staff",
    packet,
  });
  await client.command("staff", "referral.send", { referralId, version: 2 });
  return referralId;
};

type Turn = (client: Client, of: { readonly referralId: string; readonly grantId: string }) => Promise<string>;

const accept = (client: Client, referralId: string) =>
  client.command("partner", "referral.accept", { referralId, version: 3, ...yes });

/** The ways a story goes on after sending; each gives the status it must end in. */
const turns: readonly Turn[] = [
  async (client, { referralId }) => {
    await accept(client, referralId);
    return "accepted";
  },
  async (client, { referralId }) => {
    await client.command("partner", "referral.decline", { referralId, version: 3, reasonCode: "safety" });
    return "declined";
  },
  async (client, { referralId }) => {
    await accept(client, referralId);
    await client.command("staff", "referral.withdraw", { referralId, version: 4, reasonCode: "by_person" });
    return "withdrawn";
  },
  async (client, { referralId, grantId }) => {
    await accept(client, referralId);
    await client.command("staff", "consent.withdraw", { grantId });
    return "withdrawn";
  },
  async (client, { referralId }) => {
    await accept(client, referralId);
    await client.command("partner", "referral.start", { referralId, version: 4, firstContactOn: today });
    return "in_progress";
  },
];

/** A name that no two share and no sentence of the packet holds: a bare number would be found in an hour of the day. */
const nameOf = (number: number): string =>
  `架空 花子${[...String(number)].map((digit) => "いろはにほへとちりぬ"[Number(digit)]).join("")}`;

/** One person from the intake to an answer; `number` decides which. */
export const playStory = async (client: Client, world: World, number: number): Promise<Ending> => {
  const about = await takeIn(client, world, nameOf(number));
  const referralId = await refer(client, world, about);
  const turn = turns[number % turns.length];
  if (!turn) throw new Error("no such turn");
  const grantId = about.consentGrantId;
  return { referralId, grantId, status: await turn(client, { referralId, grantId }) };
};
