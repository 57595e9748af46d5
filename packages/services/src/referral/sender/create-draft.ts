import { and, eq } from "@tsunagari/db";
import { activity, person, referral } from "@tsunagari/db/schema";
import { asId } from "@tsunagari/domain";
import { CreateReferralDraft, isEndedReferral, type ReferralFacts } from "@tsunagari/domain/referral";
import { asStaff, defineCommand, demandFound, fail, newId, readClock, type LoadStep } from "../../kernel/index.ts";
import { findSenderRow, referralStatusOf, type ReferralScope, type SenderRow } from "../rows.ts";
import { loadSenderFacts } from "./sender-facts.ts";

const organizationOf = async ({ tx, municipalityId }: ReferralScope, activityId: string): Promise<string | null> => {
  const [row] = await tx
    .select({ organizationId: activity.organizationId })
    .from(activity)
    .where(and(eq(activity.municipalityId, municipalityId), eq(activity.id, activityId)));
  return row?.organizationId ?? null;
};

const isMember = async ({ tx, municipalityId }: ReferralScope, input: CreateReferralDraft): Promise<boolean> => {
  const [row] = await tx
    .select({ caseId: person.caseId, isRemoved: person.isRemoved })
    .from(person)
    .where(and(eq(person.municipalityId, municipalityId), eq(person.id, input.personId)));
  return row?.caseId === input.caseId && !row.isRemoved;
};

const unwritten = {
  status: "draft",
  purpose: null,
  contactWay: null,
  sentAt: null,
  seenAt: null,
  dueOn: null,
  clockStartedOn: null,
  acceptedAt: null,
  contactPersonName: null,
  firstStepOn: null,
  expectedOn: null,
  waitlistedOn: null,
  firstContactOn: null,
  endedAt: null,
  reasonCode: null,
  reasonCiphertext: null,
  outcomeCode: null,
  serviceGivenCiphertext: null,
  shareBackCiphertext: null,
  packetClosesOn: null,
  copiesDestroyedAt: null,
  version: 1,
  personAnswer: null,
} as const;

/** Facts of the draft that would be: what the policy asks of the case and the actor. */
const loadIntended = async (step: LoadStep<CreateReferralDraft>): Promise<ReferralFacts | null> => {
  const { input, actor } = step;
  if (actor.kind !== "staff") return null;
  const organizationId = await organizationOf(step, input.activityId);
  if (organizationId === null) return null;
  const id = newId<"referral">();
  const { caseId, personId, activityId, consentGrantId, parentId } = input;
  const intended: SenderRow = {
    ...unwritten,
    id,
    organizationId,
    caseId,
    personId,
    activityId,
    consentGrantId,
    parentId,
    chainId: id,
    createdBy: actor.userId,
    staffContactUserId: actor.userId,
  };
  const { today } = await readClock(step.tx);
  const sender = await loadSenderFacts(step, intended, { groups: [], today });
  return (
    sender && {
      status: "draft",
      organizationId: asId<"organization">(organizationId),
      wasSent: false,
      dueOn: null,
      endedOn: null,
      hadFirstContact: false,
      consent: "not_chosen",
      isPermissionInForce: false,
      sender,
    }
  );
};

/** The first of the chain a re-referral follows; the one before must have ended and be about the same person. */
const chainOf = async (scope: ReferralScope, input: CreateReferralDraft, id: string): Promise<string> => {
  if (input.parentId === null) return id;
  const parent = demandFound(await findSenderRow(scope, input.parentId));
  if (parent.personId !== input.personId) return fail("invalid_input", "referral.other_person");
  if (!isEndedReferral(referralStatusOf(parent))) return fail("invalid_state", "referral.parent_still_open");
  return parent.chainId;
};

/** Begins a draft. Nothing reaches the partner before `send`. */
export const createReferralDraft = defineCommand({
  action: "referral.createDraft",
  input: CreateReferralDraft,
  load: loadIntended,
  run: async ({ tx, actor, municipalityId, input, facts }) => {
    const scope = { tx, municipalityId };
    const { userId } = asStaff(actor);
    if (!(await isMember(scope, input))) return fail("invalid_input", "referral.other_person");
    const id = newId<"referral">();
    await tx.insert(referral).values({
      municipalityId,
      id,
      organizationId: facts.organizationId,
      activityId: input.activityId,
      status: "draft",
      caseId: input.caseId,
      personId: input.personId,
      consentGrantId: input.consentGrantId,
      createdBy: userId,
      staffContactUserId: userId,
      parentId: input.parentId,
      chainId: await chainOf(scope, input, id),
    });
    return { id, subjects: [{ kind: "referral", id, caseId: input.caseId, personId: input.personId }] };
  },
});
