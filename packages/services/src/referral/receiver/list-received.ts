import { prepareStatement, sql, type SQL } from "@tsunagari/db";
import { asId, type Actor, type CivilDate, type Instant } from "@tsunagari/domain";
import { settingsFrom } from "@tsunagari/domain/municipality";
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
import { defineStatementQuery, demandFound, literalOf } from "../../kernel/index.ts";
import { dateOrNull, referralStatusOf } from "../rows.ts";

/** A row as JSON tells it: dates and moments are text. */
type ReceivedRow = {
  readonly [
    Column in
      | "id"
      | "status"
      | "purpose"
      | "dueOn"
      | "waitlistedOn"
      | "expectedOn"
      | "firstStepOn"
      | "reasonCode"
      | "outcomeCode"
      | "packetClosesOn"
      | "sentAt"
      | "seenAt"
      | "endedAt"
      | "copiesDestroyedAt"
      | "activityTitle"
  ]: string | null;
} & { readonly id: string; readonly status: string; readonly version: number };

type Answer = {
  readonly total: number;
  readonly items: readonly ReceivedRow[];
  readonly settings: Parameters<typeof settingsFrom>[0];
};
type Values = { city: string; organizationId: string | null; statuses: string[]; size: number; skip: number };

const value = (name: keyof Values, type: "uuid" | "text[]" | "int"): SQL =>
  sql`${sql.placeholder(name)}::${sql.raw(type)}`;
const city = value("city", "uuid");

/** Rows of the actor's own organization that were sent to it; the fence adds both conditions and the receiver's role. */
const receivedInOrder = (order: SQL) =>
  prepareStatement<Answer, Values>(sql`
    with received as materialized (
      select r.id, r.activity_id, r.status, r.purpose, r.due_on, r.waitlisted_on, r.expected_on, r.first_step_on,
             r.reason_code, r.outcome_code, r.packet_closes_on, r.sent_at, r.seen_at, r.ended_at,
             r.copies_destroyed_at, r.version
        from referral r
       where r.municipality_id = ${city} and r.organization_id = ${value("organizationId", "uuid")}
         and r.status = any (${value("statuses", "text[]")})),
    shown as (select * from received r order by ${order}, r.id desc
               limit ${value("size", "int")} offset ${value("skip", "int")})
    select (select count(*)::int from received) as total,
           (select coalesce(json_agg(json_build_object(
              'id', r.id, 'status', r.status, 'purpose', r.purpose, 'dueOn', r.due_on, 'waitlistedOn', r.waitlisted_on,
              'expectedOn', r.expected_on, 'firstStepOn', r.first_step_on, 'reasonCode', r.reason_code,
              'outcomeCode', r.outcome_code, 'packetClosesOn', r.packet_closes_on, 'sentAt', r.sent_at,
              'seenAt', r.seen_at, 'endedAt', r.ended_at, 'copiesDestroyedAt', r.copies_destroyed_at,
              'version', r.version, 'activityTitle', v.title) order by ${order}, r.id desc), '[]'::json)
              from shown r
              join activity a on a.municipality_id = ${city} and a.id = r.activity_id
              left join activity_version v on v.municipality_id = ${city} and v.id = a.published_version_id) as items,
           (select coalesce(json_agg(json_build_object('key', s.key, 'value', s.value)), '[]'::json)
              from municipality_setting s where s.municipality_id = ${city}) as settings`);

const instantOrNull = (text: string | null): Instant | null => (text === null ? null : new Date(text));

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
    sentAt: instantOrNull(row.sentAt),
    seenAt: instantOrNull(row.seenAt),
    expectedOn: dateOrNull(row.expectedOn),
    firstStepOn: dateOrNull(row.firstStepOn),
    endedAt: instantOrNull(row.endedAt),
    reasonCode: reasonToldToPartner(status, row.reasonCode === null ? null : literalOf(endReasons, row.reasonCode)),
    outcomeCode: status === "completed" && row.outcomeCode !== null ? literalOf(outcomeCodes, row.outcomeCode) : null,
    packetClosesOn: dateOrNull(row.packetClosesOn),
    copiesDestroyedAt: instantOrNull(row.copiesDestroyedAt),
    version: row.version,
  };
};

const chosenOr = <Status extends string>(chosen: Status | null, all: readonly Status[]): readonly Status[] =>
  chosen === null ? all : [chosen];

type Asked = {
  readonly actor: Actor;
  readonly municipalityId: string;
  readonly input: { readonly page: number; readonly pageSize: number };
};

const valuesOf = ({ actor, municipalityId, input }: Asked, statuses: readonly string[]): Values => ({
  city: municipalityId,
  organizationId: actor.kind === "partner" ? actor.organizationId : null,
  statuses: [...statuses],
  size: input.pageSize,
  skip: (input.page - 1) * input.pageSize,
});

const present = ({ rows: [answer], today }: { readonly rows: readonly Answer[]; readonly today: CivilDate }) => {
  const { total, items, settings } = demandFound(answer);
  const clocks = referralClocksOf(settingsFrom(settings));
  return { items: items.map((row) => presentReceived(row, today, clocks)), total };
};

/** What the receiver has to do next stands first: to answer, then to make contact; within that by its date. */
const byNextStep = sql`case r.status when 'sent' then 0 when 'accepted' then 1 when 'waitlisted' then 2 else 3 end,
  case r.status when 'sent' then r.due_on when 'accepted' then r.first_step_on end, r.sent_at`;

/** Open referrals of the organization, what waits for it first. */
export const listReferralInbox = defineStatementQuery({
  action: "referral.listInbox",
  input: ListReferralInbox,
  statement: receivedInOrder(byNextStep),
  values: (asked) => valuesOf(asked, chosenOr(asked.input.status, openReferralStatuses)),
  present,
});

/** Ended referrals of the organization, newest first. */
export const listReferralHistory = defineStatementQuery({
  action: "referral.listHistory",
  input: ListReferralHistory,
  statement: receivedInOrder(sql`r.ended_at desc`),
  values: (asked) => valuesOf(asked, chosenOr(asked.input.status, endedReferralStatuses)),
  present,
});
