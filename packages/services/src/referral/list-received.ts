import { and, count, desc, eq, inArray, sql, type SQL } from "@tsunagari/db";
import { activity, activityVersion, referral } from "@tsunagari/db/schema";
import { asId, type CivilDate } from "@tsunagari/domain";
import {
  ListReferralHistory,
  ListReferralInbox,
  endReasons,
  endedReferralStatuses,
  nextClockOn,
  openReferralStatuses,
  outcomeCodes,
  referralClocksOf,
  referralPurposes,
  type ReferralClocks,
  reasonToldToPartner,
} from "@tsunagari/domain/referral";
import { defineQuery, literalOf } from "../kernel/index.ts";
import { loadSettings } from "../municipality/index.ts";
import { dateOrNull, referralStatusOf, sharedColumns, type ReferralScope } from "./rows.ts";

/** Rows of the actor's own organization that were sent to it; the fence adds both conditions. */
const selectReceived = ({ tx }: ReferralScope, where: SQL | undefined) =>
  tx
    .select({ ...sharedColumns, activityTitle: activityVersion.title })
    .from(referral)
    .innerJoin(
      activity,
      and(eq(activity.municipalityId, referral.municipalityId), eq(activity.id, referral.activityId)),
    )
    .leftJoin(
      activityVersion,
      and(
        eq(activityVersion.municipalityId, activity.municipalityId),
        eq(activityVersion.id, activity.publishedVersionId),
      ),
    )
    .where(where);
type ReceivedRow = Awaited<ReturnType<typeof selectReceived>>[number];

/** What the partner keeps (D-11): date, activity, outcome. No field of a packet, so nothing to log. */
const presentReceived = (row: ReceivedRow, today: CivilDate, clocks: ReferralClocks) => {
  const status = referralStatusOf(row);
  const dates = { status, dueOn: dateOrNull(row.dueOn), waitlistedOn: dateOrNull(row.waitlistedOn) };
  return {
    id: asId<"referral">(row.id),
    activityTitle: row.activityTitle ?? "",
    purpose: row.purpose === null ? null : literalOf(referralPurposes, row.purpose),
    ...dates,
    nextClockOn: nextClockOn(dates, today, clocks),
    sentAt: row.sentAt,
    seenAt: row.seenAt,
    expectedOn: dateOrNull(row.expectedOn),
    firstStepOn: dateOrNull(row.firstStepOn),
    endedAt: row.endedAt,
    reasonCode: reasonToldToPartner(status, row.reasonCode === null ? null : literalOf(endReasons, row.reasonCode)),
    outcomeCode: status === "completed" && row.outcomeCode !== null ? literalOf(outcomeCodes, row.outcomeCode) : null,
    packetClosesOn: dateOrNull(row.packetClosesOn),
    copiesDestroyedAt: row.copiesDestroyedAt,
    version: row.version,
  };
};

type Listing = ReferralScope & {
  readonly today: CivilDate;
  readonly input: { readonly page: number; readonly pageSize: number };
};

const pageOf = async (step: Listing, listed: { readonly statuses: readonly string[]; readonly order: SQL }) => {
  const { tx, municipalityId, input, today } = step;
  const where = and(eq(referral.municipalityId, municipalityId), inArray(referral.status, [...listed.statuses]));
  const clocks = referralClocksOf(await loadSettings(tx, municipalityId));
  const rows = await selectReceived(step, where)
    .orderBy(listed.order, desc(referral.id))
    .limit(input.pageSize)
    .offset((input.page - 1) * input.pageSize);
  const [counted] = await tx.select({ total: count() }).from(referral).where(where);
  return { items: rows.map((row) => presentReceived(row, today, clocks)), total: counted?.total ?? 0 };
};

const chosenOr = <Status extends string>(chosen: Status | null, all: readonly Status[]): readonly Status[] =>
  chosen === null ? all : [chosen];

/** What the receiver has to do next stands first: to answer, then to make contact; within that by its date. */
const byNextStep = sql`case ${referral.status} when 'sent' then 0 when 'accepted' then 1 when 'waitlisted' then 2 else 3 end,
  case ${referral.status} when 'sent' then ${referral.dueOn} when 'accepted' then ${referral.firstStepOn} end,
  ${referral.sentAt}`;

/** Open referrals of the organization, what waits for it first. */
export const listReferralInbox = defineQuery({
  action: "referral.listInbox",
  input: ListReferralInbox,
  run: (step) => pageOf(step, { statuses: chosenOr(step.input.status, openReferralStatuses), order: byNextStep }),
});

/** Ended referrals of the organization, newest first. */
export const listReferralHistory = defineQuery({
  action: "referral.listHistory",
  input: ListReferralHistory,
  run: (step) =>
    pageOf(step, { statuses: chosenOr(step.input.status, endedReferralStatuses), order: desc(referral.endedAt) }),
});
