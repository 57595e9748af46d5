import type { Page } from "@playwright/test";
import { z } from "zod";
import { call } from "./call.ts";
import { japaneseDate, type Story } from "./referral-route.ts";

/**
 * What a journey finds when it begins. It is done through the procedures the pages use, because another journey walks the
 * pages for it.
 */
type Procedure = `staff.${string}`;
type Fields = Readonly<Record<string, unknown>>;

const Answered = z.object({ result: z.object({ data: z.unknown() }) });

const ask = async (page: Page, procedure: Procedure, input: Fields): Promise<unknown> => {
  const { status, body } = await call(page, procedure, input);
  if (status !== 200) throw new Error(`${procedure} answered ${status}: ${JSON.stringify(body)}`);
  return Answered.parse(body).result.data;
};

let requests = 0;
/** A UUIDv7, as a form makes one. */
export const newRequestId = (): string => {
  requests += 1;
  const time = Date.now().toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${String(process.pid * 1000 + requests).padStart(12, "0")}`;
};

const Done = z.object({ id: z.string() });
const command = async (page: Page, procedure: Procedure, input: Fields): Promise<string> =>
  Done.parse(await ask(page, procedure, { ...input, requestId: newRequestId() })).id;

export type Given = { readonly caseId: string; readonly personId: string };

const Household = z.object({ members: z.array(Done) });

export const givenCase = async (page: Page, story: Story): Promise<Given> => {
  const { name, kana, preferredName, address, phone } = story;
  const caseId = await command(page, "staff.case.open", {
    source: "desk",
    receivedOn: japaneseDate(),
    lifeIssues: ["isolation"],
    urgency: "normal",
    summary: "引っ越してから話す人がいない。手を動かす場所をさがしている。",
    person: { identity: { name, kana, birthOn: "1968-05-02", preferredName }, contact: { address, phone, mail: "" } },
  });
  const { members } = Household.parse(await ask(page, "staff.case.get", { caseId }));
  return { caseId, personId: members[0]?.id ?? "" };
};

const Departments = z.object({ departments: z.array(Done.extend({ name: z.string() })) });

const departmentIds = async (page: Page, names: readonly string[]): Promise<readonly string[]> => {
  const { departments } = Departments.parse(await ask(page, "staff.municipality.listDepartments", {}));
  return departments.filter(({ name }) => names.includes(name)).map(({ id }) => id);
};

const circle = ["地域共生推進課", "春日井市社会福祉協議会"];
const onPaper = { form: "written", givenBy: "person", dataGroups: ["identity", "needs", "wishes"] };

/** The consent to be talked about in a meeting, which needs one (D-38). */
export const givenSharing = async (page: Page, { personId }: Given): Promise<void> => {
  await command(page, "staff.consent.give", {
    ...onPaper,
    personId,
    purpose: "informationSharing",
    givenOn: japaneseDate(),
    departmentIds: await departmentIds(page, circle),
  });
};

const Targets = z.object({
  items: z.array(z.object({ activityId: z.string(), organizationId: z.string(), title: z.string() })),
});

/** 庭先のひとやすみ takes any number of people. */
const target = async (page: Page) => {
  const { items } = Targets.parse(await ask(page, "staff.referral.listTargets", {}));
  const found = items.find(({ title }) => title === "庭先のひとやすみ");
  if (found === undefined) throw new Error("庭先のひとやすみ takes no referrals: has the demo changed?");
  return found;
};

/** The consent to be told to 庭先カフェ. */
export const givenDisclosure = async (page: Page, { personId }: Given): Promise<string> =>
  command(page, "staff.consent.give", {
    ...onPaper,
    personId,
    purpose: "partnerDisclosure",
    givenOn: japaneseDate(),
    organizationIds: [(await target(page)).organizationId],
  });

const Bodies = z.object({ bodies: z.array(Done) });
const Agenda = z.object({ version: z.number(), items: z.array(Done) });

/** A held meeting with the person on its agenda, where nothing is decided yet; answers its id. */
export const givenMeeting = async (page: Page, { caseId, personId }: Given): Promise<string> => {
  const { bodies } = Bodies.parse(await ask(page, "staff.meeting.listSittingBodies", {}));
  const meetingId = await command(page, "staff.meeting.convene", {
    meetsOn: japaneseDate(),
    meetingBodyId: bodies[0]?.id,
    startsAtTime: "10:00",
    host: "地域共生推進課",
    memberDepartmentIds: await departmentIds(page, circle),
  });
  await command(page, "staff.meeting.addAgendaItem", { meetingId, caseId, personId, topic: "participationSupport" });
  const { version } = Agenda.parse(await ask(page, "staff.meeting.get", { meetingId }));
  await command(page, "staff.meeting.hold", { meetingId, version });
  return meetingId;
};

export const givenDecision = async (page: Page, meetingId: string): Promise<void> => {
  const { items } = Agenda.parse(await ask(page, "staff.meeting.get", { meetingId }));
  await command(page, "staff.meeting.recordDecision", {
    agendaItemId: items[0]?.id ?? "",
    kind: "participationNeeded",
    note: "",
  });
};

const Draft = z.object({ version: z.number() });

/** A complete draft, saved and not sent. */
export const givenDraft = async (page: Page, given: Given, story: Story): Promise<string> => {
  const consentGrantId = await givenDisclosure(page, given);
  const { activityId } = await target(page);
  const referralId = await command(page, "staff.referral.createDraft", { ...given, activityId, consentGrantId });
  const { version } = Draft.parse(await ask(page, "staff.referral.get", { referralId }));
  await command(page, "staff.referral.updateDraft", {
    referralId,
    version,
    consentGrantId,
    purpose: "participation",
    contactWay: "with_staff",
    dueOn: "",
    packet: {
      wishes: story.wishes,
      needs: story.needs,
      staffContact: "春日井市 地域共生推進課 仮野 0568-00-0101",
      personFields: ["preferredName", "name"],
    },
  });
  return referralId;
};

/** A referral on its way: consent, decision, draft, sent. */
export const givenSent = async (page: Page, given: Given, story: Story): Promise<string> => {
  await givenSharing(page, given);
  await givenDecision(page, await givenMeeting(page, given));
  const referralId = await givenDraft(page, given, story);
  const { version } = Draft.parse(await ask(page, "staff.referral.get", { referralId }));
  await command(page, "staff.referral.send", { referralId, version });
  return referralId;
};
