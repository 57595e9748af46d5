import { and, asc, eq, gt, inArray } from "@tsunagari/db";
import { referral } from "@tsunagari/db/schema";
import { asId } from "@tsunagari/domain";
import { grantCovers } from "@tsunagari/domain/consent";
import { EndReferralConsent, groupOfPacketField, openReferralStatuses } from "@tsunagari/domain/referral";
import { defineCommand, readClock, type Subject } from "../kernel/index.ts";
import { loadReferralForUpdate } from "./load.ts";
import { addEvent, getMovable, moveRow, type MoveStep } from "./move.ts";
import { tellReceivers, tellSenders } from "./recipients.ts";
import { referralWhere, senderColumns, type SenderRow, type SharedRow } from "./rows.ts";
import { findGrant, findPacketFields } from "./sender/sender-facts.ts";

const subjectOf = (row: SenderRow): Subject => ({
  kind: "referral",
  id: row.id,
  caseId: row.caseId,
  personId: row.personId,
});

const end = async (step: MoveStep, row: SharedRow): Promise<void> => {
  await moveRow(step, row, { event: "endConsent", changes: { endedAt: step.now, reasonCode: "consent_ended" } });
  await tellReceivers(step, row.organizationId, { kind: "referral.ended", referralId: row.id });
  await tellSenders(step, { kind: "referral.consent_ended", referralId: row.id });
};

/** Open referrals of a grant, locked; by activity, so that two withdrawals release places in one order. */
const lockOpen = ({ tx, municipalityId }: MoveStep, grantId: string): Promise<SenderRow[]> =>
  tx
    .select(senderColumns)
    .from(referral)
    .where(
      and(
        eq(referral.municipalityId, municipalityId),
        eq(referral.consentGrantId, grantId),
        inArray(referral.status, [...openReferralStatuses]),
      ),
    )
    .orderBy(asc(referral.activityId), asc(referral.id))
    .for("update");

/** A completed referral whose packet was still open closes with the consent, and its receivers are asked as well. */
const tellOfClosedPackets = async (step: MoveStep, grantId: string): Promise<void> => {
  const { today } = await readClock(step.tx);
  const rows = await step.tx
    .select({ id: referral.id, organizationId: referral.organizationId })
    .from(referral)
    .where(
      and(
        eq(referral.municipalityId, step.municipalityId),
        eq(referral.consentGrantId, grantId),
        eq(referral.status, "completed"),
        gt(referral.packetClosesOn, today),
      ),
    );
  for (const row of rows) await tellReceivers(step, row.organizationId, { kind: "referral.ended", referralId: row.id });
};

/**
 * D-03: ends every open referral under a consent that has just been withdrawn, in the withdrawal's own transaction and
 * after its `withdrawnAt` is written. Access closes with the row; receivers are told without content, places go back.
 * Gives the subjects for the caller's audit entry.
 */
export const endReferralsUnderGrant = async (
  step: MoveStep,
  ended: { readonly grantId: string },
): Promise<readonly Subject[]> => {
  const rows = await lockOpen(step, ended.grantId);
  for (const row of rows) await end(step, row);
  await tellOfClosedPackets(step, ended.grantId);
  return rows.map(subjectOf);
};

const isCoveredBy = async (step: MoveStep, row: SenderRow, grantId: string): Promise<boolean> => {
  const grant = await findGrant(step, grantId);
  if (!grant) return false;
  const fields = await findPacketFields(step, row.id);
  const { today } = await readClock(step.tx);
  return grantCovers(grant, {
    purpose: "partnerDisclosure",
    recipient: { kind: "organization", id: asId<"organization">(row.organizationId) },
    dataGroups: fields.flatMap((field) => groupOfPacketField(field) ?? []),
    on: today,
  });
};

/**
 * D-02: after a narrowing, open referrals wholly covered by the new grant move to it and say so in their history; the
 * others end as in `endReferralsUnderGrant`. Call it once the old grant is withdrawn and the new one is stored.
 */
export const carryReferralsOver = async (
  step: MoveStep,
  narrowed: { readonly fromGrantId: string; readonly toGrantId: string },
): Promise<readonly Subject[]> => {
  const rows = await lockOpen(step, narrowed.fromGrantId);
  for (const row of rows) {
    if (!(await isCoveredBy(step, row, narrowed.toGrantId))) {
      await end(step, row);
      continue;
    }
    await step.tx
      .update(referral)
      .set({ consentGrantId: narrowed.toGrantId, version: row.version + 1 })
      .where(referralWhere(step.municipalityId, row.id));
    await addEvent(step, row.id, { event: "moveConsent", from: null, to: null });
  }
  await tellOfClosedPackets(step, narrowed.fromGrantId);
  return rows.map(subjectOf);
};

/** The worker's act on one referral whose consent has run out (D-03). Access was closed by the date already. */
export const endReferralConsent = defineCommand({
  action: "referral.endConsent",
  input: EndReferralConsent,
  load: loadReferralForUpdate,
  run: async (step) => {
    const row = await getMovable(step, step.input);
    await end(step, row);
    return { id: row.id, subjects: [{ kind: "referral", id: row.id }] };
  },
});
