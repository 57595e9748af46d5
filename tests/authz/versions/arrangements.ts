import type { Context } from "@tsunagari/services/kernel";
import { addMember, beginAssessment, protectPerson } from "../../../packages/services/src/case/index.ts";
import { intake, takeIn, today } from "../../../packages/services/src/case/test-world.ts";
import { giveConsent } from "../../../packages/services/src/consent/index.ts";
import { consentForm } from "../../../packages/services/src/consent/test-stage.ts";
import { completeReferral, startReferral } from "../../../packages/services/src/referral/index.ts";
import {
  acceptedFor,
  draftFor,
  packet,
  requestId,
  seen,
  sentFor,
  takeInWithConsent,
  yes,
  type World,
} from "../../../packages/services/src/referral/test-world.ts";

/** A thing as it stands before the command: who may, who may not, and the input without its request id. */
export type Arranged = {
  readonly as: Context;
  readonly stranger: Context;
  readonly input: Readonly<Record<string, unknown>> & { readonly version: number };
};
type Arrange = (world: World) => Promise<Arranged>;

const ofStaff = (world: World) => ({ as: world.people.coordinator, stranger: world.people.stranger });
const ofPartner = (world: World) => ({ as: world.partners.receiver, stranger: world.partners.neighbor });

const draft = async (world: World) => draftFor(world, await takeInWithConsent(world));
const sent = async (world: World) => sentFor(world, await takeInWithConsent(world));
const accepted = async (world: World) => acceptedFor(world, await takeInWithConsent(world));
const started = async (world: World) => {
  const id = await accepted(world);
  await startReferral.execute(world.partners.receiver, { ...(await seen(world, id)), firstContactOn: today });
  return id;
};
const outcome = { outcomeCode: "settled", serviceGiven: "一緒に過ごしました" } as const;
const completed = async (world: World) => {
  const id = await started(world);
  await completeReferral.execute(world.partners.receiver, { ...(await seen(world, id)), ...outcome });
  return id;
};

const staffOn =
  (begin: (world: World) => ReturnType<typeof sent>, fields: object = {}): Arrange =>
  async (world) => {
    const { requestId: _own, ...target } = await seen(world, await begin(world));
    return { ...ofStaff(world), input: { ...target, ...fields } };
  };
const partnerOn =
  (begin: (world: World) => ReturnType<typeof sent>, fields: object = {}): Arrange =>
  async (world) => ({ ...(await staffOn(begin, fields)(world)), ...ofPartner(world) });

const versionOf = async ({ behind }: World, table: "support_case" | "person", id: string): Promise<number> => {
  const [row] = await behind<{ version: number }[]>`select version from ${behind(table)} where id = ${id}`;
  return row?.version ?? 0;
};
const onCase =
  (fields: object = {}): Arrange =>
  async (world) => {
    const { caseId } = await takeIn(world.people.coordinator, world.behind);
    return { ...ofStaff(world), input: { caseId, version: await versionOf(world, "support_case", caseId), ...fields } };
  };
/** A case whose person agreed that the agency may know, as assessment and planning want. */
const sharedCase =
  (isAssessed: boolean): Arrange =>
  async (world) => {
    const { coordinator } = world.people;
    const { caseId, personId } = await takeIn(coordinator, world.behind);
    const terms = { departmentIds: [world.city.departments.agency] };
    await giveConsent.execute(coordinator, consentForm(personId, "informationSharing", terms));
    if (isAssessed) await beginAssessment.execute(coordinator, { requestId: requestId(), caseId, version: 1 });
    return { ...ofStaff(world), input: { caseId, version: await versionOf(world, "support_case", caseId) } };
  };
const asSupervisor =
  (arrange: Arrange): Arrange =>
  async (world) => ({ ...(await arrange(world)), as: world.people.supervisor });
const onPerson =
  (prepare: (world: World, about: { caseId: string; personId: string }) => Promise<string>, fields: object): Arrange =>
  async (world) => {
    const personId = await prepare(world, await takeIn(world.people.coordinator, world.behind));
    return { ...ofStaff(world), input: { personId, version: await versionOf(world, "person", personId), ...fields } };
  };

const { requestId: _unused, person: _person, ...intakeFields } = intake();

/** How each command that carries a version is brought about; by root and procedure. */
export const arrangements: Readonly<Record<string, Arrange>> = {
  "staff referral.updateDraft": staffOn(draft, { purpose: "participation", contactWay: "phone", packet }),
  "staff referral.send": staffOn(draft),
  "staff referral.withdraw": staffOn(sent, { reasonCode: "by_person" }),
  "staff referral.reopen": staffOn(completed, { note: "もう一度お願いします" }),
  "staff referral.markEnteredInError": asSupervisor(staffOn(sent, { comment: "取り違えました" })),
  "staff referral.recordPersonAnswer": staffOn(completed, { answer: "yes" }),
  "partner referral.accept": partnerOn(sent, yes),
  "partner referral.decline": partnerOn(sent, { reasonCode: "safety" }),
  "partner referral.waitlist": partnerOn(sent),
  "partner referral.unaccept": partnerOn(accepted, { note: "都合により" }),
  "partner referral.start": partnerOn(accepted, { firstContactOn: today }),
  "partner referral.complete": partnerOn(started, outcome),
  "partner referral.markNotHelped": partnerOn(accepted, { reasonCode: "could_not_contact" }),
  "partner referral.reopen": partnerOn(completed, { note: "もう一度始めます" }),
  "staff case.updateIntake": onCase({ ...intakeFields, summary: "聞き直した。" }),
  "staff case.beginAssessment": sharedCase(false),
  "staff case.beginPlanning": sharedCase(true),
  "staff case.close": onCase({ reason: "settled", note: "" }),
  "staff case.updatePerson": onPerson((_world, { personId }) => Promise.resolve(personId), {
    changes: { wishes: { wishes: "月に一度でよい。" } },
  }),
  "staff case.unprotect": asSupervisor(
    onPerson(
      async (world, { personId }) => {
        await protectPerson.execute(world.people.coordinator, { requestId: requestId(), personId });
        return personId;
      },
      { reason: "支援措置が終わった" },
    ),
  ),
  "staff case.removeMember": onPerson(
    async (world, { caseId }) => {
      const identity = { name: "架空 菊", kana: "", birthOn: "1945-01-01" };
      const member = { requestId: requestId(), caseId, relation: "parent" as const, person: { identity } };
      return (await addMember.execute(world.people.coordinator, member)).id;
    },
    { reason: "転出した" },
  ),
};
