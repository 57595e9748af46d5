import { and, eq, type Tx } from "@tsunagari/db";
import { referral } from "@tsunagari/db/schema";
import type { Actor, CivilDate } from "@tsunagari/domain";
import { civilDateOf } from "@tsunagari/domain";
import { referralStatuses, type ReferralStatus } from "@tsunagari/domain/referral";
import { literalOf } from "../kernel/index.ts";

/** What both sides may read; the fence grants the partner these columns and no other (D-11). */
export const sharedColumns = {
  id: referral.id,
  organizationId: referral.organizationId,
  activityId: referral.activityId,
  status: referral.status,
  staffContactUserId: referral.staffContactUserId,
  purpose: referral.purpose,
  contactWay: referral.contactWay,
  sentAt: referral.sentAt,
  seenAt: referral.seenAt,
  dueOn: referral.dueOn,
  clockStartedOn: referral.clockStartedOn,
  acceptedAt: referral.acceptedAt,
  contactPersonName: referral.contactPersonName,
  firstStepOn: referral.firstStepOn,
  expectedOn: referral.expectedOn,
  waitlistedOn: referral.waitlistedOn,
  firstContactOn: referral.firstContactOn,
  endedAt: referral.endedAt,
  reasonCode: referral.reasonCode,
  reasonCiphertext: referral.reasonCiphertext,
  outcomeCode: referral.outcomeCode,
  serviceGivenCiphertext: referral.serviceGivenCiphertext,
  shareBackCiphertext: referral.shareBackCiphertext,
  packetClosesOn: referral.packetClosesOn,
  copiesDestroyedAt: referral.copiesDestroyedAt,
  version: referral.version,
} as const;

/** What the sending side and the clock read besides. */
export const senderColumns = {
  ...sharedColumns,
  caseId: referral.caseId,
  personId: referral.personId,
  consentGrantId: referral.consentGrantId,
  createdBy: referral.createdBy,
  parentId: referral.parentId,
  chainId: referral.chainId,
  personAnswer: referral.personAnswer,
} as const;

type Whole = typeof referral.$inferSelect;
export type SharedRow = Pick<Whole, keyof typeof sharedColumns>;
export type SenderRow = Pick<Whole, keyof typeof senderColumns>;

export type ReferralScope = { readonly tx: Tx; readonly municipalityId: string };

export const referralWhere = (municipalityId: string, id: string) =>
  and(eq(referral.municipalityId, municipalityId), eq(referral.id, id));

export const findSharedRow = async (
  { tx, municipalityId }: ReferralScope,
  id: string,
  isLocking = false,
): Promise<SharedRow | null> => {
  const query = tx.select(sharedColumns).from(referral).where(referralWhere(municipalityId, id));
  const [row] = await (isLocking ? query.for("update") : query);
  return row ?? null;
};

export const findSenderRow = async (
  { tx, municipalityId }: ReferralScope,
  id: string,
  isLocking = false,
): Promise<SenderRow | null> => {
  const query = tx.select(senderColumns).from(referral).where(referralWhere(municipalityId, id));
  const [row] = await (isLocking ? query.for("update") : query);
  return row ?? null;
};

/** The row by what the actor's side may read. */
export const findRow = (scope: ReferralScope, actor: Actor, id: string): Promise<SharedRow | null> =>
  actor.kind === "partner" ? findSharedRow(scope, id) : findSenderRow(scope, id);

export const referralStatusOf = (row: { readonly status: string }): ReferralStatus =>
  literalOf(referralStatuses, row.status);

export const dateOrNull = (text: string | null): CivilDate | null => (text === null ? null : civilDateOf(text));
