/*
 * What of a referral each side is shown, field by field. A new column is invisible until it is listed here, and the
 * packet has one reader for the partner's page and the staff's preview.
 */
import { and, asc, eq, refersTo } from "@tsunagari/db";
import { activity, activityVersion, organization, referralEvent } from "@tsunagari/db/schema";
import { asId, type CivilDate, type Instant } from "@tsunagari/domain";
import {
  contactWays,
  endReasons,
  nextClockOn,
  outcomeCodes,
  referralClocksOf,
  referralPurposes,
  referralStatuses,
  type ReferralId,
} from "@tsunagari/domain/referral";
import { literalOf } from "../kernel/index.ts";
import { loadSettings } from "../municipality/index.ts";
import { openReferralText, type ReferralKey } from "./person-key.ts";
import { dateOrNull, referralStatusOf, type ReferralScope, type SharedRow } from "./rows.ts";

const literalOrNull = <const Literal extends string>(
  literals: readonly Literal[],
  text: string | null,
): Literal | null => (text === null ? null : literalOf(literals, text));

/** The activity and its organization as they are called today. */
export const loadNames = async (
  { tx, municipalityId }: ReferralScope,
  activityId: string,
): Promise<{ activityTitle: string; organizationName: string; placesFree: number | null; hasFreePlace: boolean }> => {
  const [row] = await tx
    .select({
      title: activityVersion.title,
      organizationName: organization.name,
      capacity: activity.referralCapacity,
      taken: activity.referralPlacesTaken,
    })
    .from(activity)
    .innerJoin(organization, refersTo(activity, "organizationId", organization))
    .leftJoin(activityVersion, refersTo(activity, "publishedVersionId", activityVersion))
    .where(and(eq(activity.municipalityId, municipalityId), eq(activity.id, activityId)));
  const capacity = row?.capacity ?? null;
  return {
    activityTitle: row?.title ?? "",
    /** Null states no limit (D-30). */
    placesFree: row && capacity !== null ? Math.max(capacity - row.taken, 0) : null,
    organizationName: row?.organizationName ?? "",
    hasFreePlace: row !== undefined && (row.capacity === null || row.taken < row.capacity),
  };
};

/** What both sides know of a referral apart from the person. */
export const presentShared = async (scope: ReferralScope, row: SharedRow, today: CivilDate) => {
  const clocks = referralClocksOf(await loadSettings(scope.tx, scope.municipalityId));
  const status = referralStatusOf(row);
  const dates = { status, dueOn: dateOrNull(row.dueOn), waitlistedOn: dateOrNull(row.waitlistedOn) };
  return {
    id: asId<"referral">(row.id) satisfies ReferralId,
    organizationId: row.organizationId,
    activityId: row.activityId,
    ...(await loadNames(scope, row.activityId)),
    purpose: literalOrNull(referralPurposes, row.purpose),
    contactWay: literalOrNull(contactWays, row.contactWay),
    ...dates,
    nextClockOn: nextClockOn(dates, today, clocks),
    sentAt: row.sentAt,
    seenAt: row.seenAt,
    acceptedAt: row.acceptedAt,
    contactPersonName: row.contactPersonName,
    firstStepOn: dateOrNull(row.firstStepOn),
    expectedOn: dateOrNull(row.expectedOn),
    firstContactOn: dateOrNull(row.firstContactOn),
    endedAt: row.endedAt,
    reasonCode: literalOrNull(endReasons, row.reasonCode),
    outcomeCode: status === "completed" ? literalOrNull(outcomeCodes, row.outcomeCode) : null,
    packetClosesOn: dateOrNull(row.packetClosesOn),
    copiesDestroyedAt: row.copiesDestroyedAt,
    version: row.version,
  };
};

/** Text both sides write about the person; null where none was written or the key is closed. */
export const presentTexts = (municipalityId: string, row: SharedRow, held: ReferralKey | null) => {
  const at = { table: "referral", municipalityId, rowId: row.id } as const;
  return {
    reasonText: openReferralText(held, row.reasonCiphertext, { ...at, column: "reason_ciphertext" }),
    serviceGiven: openReferralText(held, row.serviceGivenCiphertext, { ...at, column: "service_given_ciphertext" }),
    shareBack: openReferralText(held, row.shareBackCiphertext, { ...at, column: "share_back_ciphertext" }),
  };
};

const eventNames = [
  "send",
  "accept",
  "decline",
  "waitlist",
  "unaccept",
  "start",
  "complete",
  "markNotHelped",
  "reopen",
  "withdraw",
  "endConsent",
  "expire",
  "markEnteredInError",
  "moveConsent",
  "recordPersonAnswer",
  "confirmDestroyed",
] as const;
export type ReferralHistoryEvent = (typeof eventNames)[number];

export type HistoryLine = {
  readonly event: ReferralHistoryEvent;
  readonly toStatus: (typeof referralStatuses)[number] | null;
  readonly side: "staff" | "partner" | "clock";
  readonly at: Instant;
  readonly note: string | null;
};

/** What the partner is not told: that a consent was narrowed, and that the person was asked. */
const sendersOwn: readonly ReferralHistoryEvent[] = ["moveConsent", "recordPersonAnswer"];
/** D-03: told that it has ended, not that a consent has. */
const toldToPartner = (line: HistoryLine): HistoryLine => ({
  ...line,
  event: line.event === "endConsent" ? "withdraw" : line.event,
});

/** The history, oldest first. */
export const readHistory = async (
  { tx, municipalityId }: ReferralScope,
  about: { readonly referralId: string; readonly held: ReferralKey | null; readonly isForPartner: boolean },
): Promise<readonly HistoryLine[]> => {
  const rows = await tx
    .select()
    .from(referralEvent)
    .where(and(eq(referralEvent.municipalityId, municipalityId), eq(referralEvent.referralId, about.referralId)))
    .orderBy(asc(referralEvent.at), asc(referralEvent.id));
  const lines = rows.map((row): HistoryLine => ({
    event: literalOf(eventNames, row.event),
    toStatus: literalOrNull(referralStatuses, row.toStatus),
    side:
      row.actorKind === "worker"
        ? ("clock" as const)
        : row.actorKind === "partner"
          ? ("partner" as const)
          : ("staff" as const),
    at: row.at,
    note: openReferralText(about.held, row.noteCiphertext, {
      table: "referral_event",
      column: "note_ciphertext",
      municipalityId,
      rowId: row.id,
    }),
  }));
  return about.isForPartner ? lines.filter((line) => !sendersOwn.includes(line.event)).map(toldToPartner) : lines;
};
