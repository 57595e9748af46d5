import { addDays } from "@tsunagari/domain";
import {
  acceptReferral,
  answerOnReferral,
  askOnReferral,
  completeReferral,
  createReferralDraft,
  declineReferral,
  markReferralSeen,
  recordPersonAnswer,
  sendReferral,
  startReferral,
  updateReferralDraft,
  waitlistReferral,
} from "@tsunagari/services/referral";
import type { CaseFile, ReferralFile, ReferralStep } from "./cases-file.ts";
import { disclosureCode, seedDisclosures, seedWithdrawals } from "./disclosures.ts";
import { clockAt, workdayBefore } from "./moment.ts";
import { areaIdOf, as, forEachOf, idOf, note, requestOf, type Seeding } from "./seeding.ts";

type Moving = {
  readonly seeding: Seeding;
  readonly lead: string;
  readonly code: string;
  readonly referralId: string;
  version: number;
  stepCount: number;
};

/** Steps that change no version: several people may be at them at once. */
const unversioned = ["seen", "ask", "answer"] as const satisfies readonly ReferralStep["do"][];

const carryOut = async (moving: Moving, step: ReferralStep): Promise<void> => {
  const { seeding, referralId, version } = moving;
  moving.stepCount += 1;
  const on = workdayBefore(seeding.day, step.daysAgo);
  // Steps may fall on one Friday; the minutes keep their order.
  const clock = clockAt(on, `14:${String(moving.stepCount * 4).padStart(2, "0")}`);
  const context = as(seeding, "by" in step ? step.by : moving.lead, clock);
  const one = { requestId: requestOf(seeding, "referral", moving.code, String(moving.stepCount)), referralId };
  const locked = { ...one, version };
  if (!unversioned.some((name) => name === step.do)) moving.version += 1;
  switch (step.do) {
    case "send":
      return void (await sendReferral.execute(context, locked));
    case "seen":
      return void (await markReferralSeen.execute(context, one));
    case "accept": {
      const { contactPersonName, firstStepInDays } = step;
      const wish = { ...locked, contactPersonName, firstStepOn: addDays(on, firstStepInDays) };
      return void (await acceptReferral.execute(context, wish));
    }
    case "start":
      return void (await startReferral.execute(context, { ...locked, firstContactOn: on }));
    case "waitlist":
      return void (await waitlistReferral.execute(context, {
        ...locked,
        expectedOn: addDays(on, step.expectedInDays),
      }));
    case "decline": {
      const { reasonCode, reasonText } = step;
      return void (await declineReferral.execute(context, { ...locked, reasonCode, reasonText }));
    }
    case "complete": {
      const { outcomeCode, serviceGiven, shareBack } = step;
      return void (await completeReferral.execute(context, { ...locked, outcomeCode, serviceGiven, shareBack }));
    }
    case "ask":
      return void (await askOnReferral.execute(context, { ...one, text: step.text }));
    case "answer":
      return void (await answerOnReferral.execute(context, { ...one, text: step.text }));
    case "personAnswer":
      return void (await recordPersonAnswer.execute(context, { ...locked, answer: step.answer }));
  }
};

const write = async (seeding: Seeding, file: CaseFile, referral: ReferralFile): Promise<string> => {
  const first = referral.steps[0]?.daysAgo ?? 1;
  const context = as(seeding, file.lead, clockAt(workdayBefore(seeding.day, first), "11:00"));
  const { id } = await createReferralDraft.execute(context, {
    requestId: requestOf(seeding, "referral", referral.code, "draft"),
    caseId: idOf(seeding, "case", file.code),
    personId: idOf(seeding, "person", file.code),
    activityId: idOf(seeding, "activity", referral.activity),
    consentGrantId: idOf(seeding, "consent", disclosureCode(file.code, referral.disclosure)),
    parentId: referral.parent === undefined ? null : idOf(seeding, "referral", referral.parent),
  });
  note(seeding, "referral", { code: referral.code, id });
  const { area, ...packet } = referral.packet;
  await updateReferralDraft.execute(context, {
    requestId: requestOf(seeding, "referral", referral.code, "packet"),
    referralId: id,
    version: 1,
    consentGrantId: idOf(seeding, "consent", disclosureCode(file.code, referral.disclosure)),
    purpose: referral.purpose,
    contactWay: referral.contactWay,
    dueOn: null,
    packet: { ...packet, areaId: area === undefined ? null : areaIdOf(seeding, area) },
  });
  return id;
};

/** Consents to disclosure, the referrals that rest on them, and withdrawals, case by case. */
export const seedReferrals = (seeding: Seeding): Promise<void> =>
  forEachOf(seeding.data.cases, async (file) => {
    await seedDisclosures(seeding, file);
    for (const referral of file.referrals) {
      const referralId = await write(seeding, file, referral);
      const moving = { seeding, lead: file.lead, code: referral.code, referralId, version: 2, stepCount: 0 };
      for (const step of referral.steps) await carryOut(moving, step);
    }
    await seedWithdrawals(seeding, file);
  });
