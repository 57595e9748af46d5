import fc from "fast-check";
import type { Value } from "./world.ts";

/*
 * A world before its ids: how many rows of each table a city has, and of each row what the rules look at. References
 * are numbers that are counted off among the rows there are, so that every smaller sketch is a world as well and a
 * failure shrinks to the few rows that make it.
 */
export type RowSketch = { readonly picks: readonly number[]; readonly values: Readonly<Record<string, Drawn>> };
/** A value, a day counted from today, an instant counted in hours from now, or a row of a table without a foreign key to it. */
export type Drawn =
  | Value
  | { readonly day: number }
  | { readonly hour: number }
  | { readonly of: string; readonly pick: number };

type Draw = fc.Arbitrary<Drawn>;
type Drawing = {
  /** How many rows of the own city; the other city has half. One to two where nothing is said. */
  readonly count?: readonly [number, number];
  readonly values?: Readonly<Record<string, Draw>>;
};

const oneOf = (...values: readonly Value[]): Draw => fc.constantFrom(...values);
const rather = (value: Value, ...others: readonly Value[]): Draw =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: fc.constantFrom(...others) });
const day = (...days: readonly number[]): Draw => fc.constantFrom(...days).map((value) => ({ day: value }));
const maybe = (draw: Draw, isLikely = false): Draw =>
  fc.oneof({ weight: isLikely ? 1 : 6, arbitrary: fc.constant(null) }, { weight: isLikely ? 2 : 1, arbitrary: draw });
const pick = (table: string): Draw => fc.nat(5).map((value) => ({ of: table, pick: value }));
const hour = (...hours: readonly number[]): Draw => fc.constantFrom(...hours).map((value) => ({ hour: value }));

const dated = {
  since_on: fc.oneof({ weight: 8, arbitrary: day(-400, -30, -1, 0) }, { weight: 1, arbitrary: day(1, 30) }),
  until_on: fc.oneof(
    { weight: 4, arbitrary: fc.constant(null) },
    { weight: 4, arbitrary: day(1, 30, 400) },
    { weight: 1, arbitrary: day(-30, -1, 0) },
  ),
};
const groups = oneOf("identity", "contact", "wishes", "needs", "health");

/** What is drawn where the catalog alone would say too little. */
export const drawings: Readonly<Record<string, Drawing>> = {
  organization: { count: [2, 2] },
  area_scheme: { count: [1, 2], values: { is_disclosable: oneOf(true, false), withheld_at: maybe(hour(-900, -1)) } },
  department: { count: [2, 4] },
  user_account: {
    count: [3, 7],
    values: { kind: oneOf("staff", "partner"), status: rather("active", "active", "deactivated", "invited") },
  },
  role_assignment: {
    count: [3, 10],
    values: {
      ...dated,
      role_code: oneOf(
        "caseCoordinator",
        "caseCoordinator",
        "outreachWorker",
        "consultationAgent",
        "sectionOfficer",
        "supervisor",
        "supervisor",
        "platformAdministrator",
        "auditor",
        "referralReceiver",
        "referralReceiver",
        "referralReceiver",
        "owner",
      ),
      scope_kind: oneOf("municipality", "department", "organization", "organization", "area", "platform"),
      scope_id: fc.oneof(pick("organization"), pick("department")),
    },
  },
  published_activity: { values: { page: fc.constant("{}") } },
  activity: { count: [2, 3], values: { status: oneOf("draft", "published", "ended") } },
  platform_participant: { count: [1, 4], values: { kind: oneOf("consultationAgency", "individual") } },
  platform_membership: { count: [1, 4], values: { status: oneOf("applied", "active", "declined", "left") } },
  support_case: { count: [2, 3] },
  case_assignment: { count: [2, 6], values: dated },
  person: { count: [1, 3], values: { is_protected: rather(false, true), relation: oneOf("self", "child") } },
  person_key: { count: [2, 5] },
  person_field: { count: [3, 7], values: { data_group: groups } },
  consent_grant: {
    count: [1, 3],
    values: {
      ...dated,
      until_on: fc.oneof({ weight: 8, arbitrary: day(2, 31, 400) }, { weight: 1, arbitrary: day(-1, 0, 1) }),
      purpose: rather("partnerDisclosure", "partnerDisclosure", "informationSharing", "support"),
      withdrawn_at: maybe(hour(-2000, -1)),
    },
  },
  consent_grant_recipient: { count: [3, 7] },
  consent_grant_group: { count: [6, 14], values: { data_group: groups } },
  meeting: {
    count: [1, 3],
    values: { legal_basis: rather("consented", "confidential", "other"), status: oneOf("scheduled", "held") },
  },
  referral: {
    count: [3, 6],
    values: {
      status: oneOf(
        "draft",
        "sent",
        "sent",
        "accepted",
        "accepted",
        "waitlisted",
        "in_progress",
        "completed",
        "completed",
        "declined",
        "withdrawn",
        "not_helped",
        "expired",
        "entered_in_error",
      ),
      sent_at: maybe(hour(-900, -24, -1), true),
      reason_code: fc.constant("other"),
      packet_closes_on: maybe(day(-1, 0, 1, 30), true),
    },
  },
  referral_event: {
    count: [2, 5],
    values: { event: oneOf("send", "accept", "moveConsent", "recordPersonAnswer", "withdraw") },
  },
  referral_packet_field: {
    count: [6, 14],
    values: {
      data_group: fc.oneof({ weight: 4, arbitrary: groups }, { weight: 1, arbitrary: fc.constant(null) }),
      field: oneOf("area", "times", "name", "phone", "wishes", "needs"),
      step: oneOf(1, 2),
    },
  },
  referral_message: { count: [2, 5], values: { step: oneOf(1, 2) } },
  notice: { count: [1, 4] },
  draft: { count: [1, 3] },
  command_receipt: { count: [1, 3], values: { user_id: maybe(pick("user_account"), true) } },
  audit_entry: {
    count: [2, 4],
    values: { user_id: maybe(pick("user_account"), true), actor_kind: oneOf("staff", "partner", "worker") },
  },
  audit_subject: {
    count: [2, 6],
    values: {
      kind: oneOf("case", "person", "referral", "referral", "user"),
      case_id: maybe(pick("support_case"), true),
      person_id: maybe(pick("person")),
      subject_id: fc.oneof(pick("referral"), pick("person"), pick("user_account")),
    },
  },
};

/** Rows like to refer to the first of a table, else too few of them would ever meet. */
const reference = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(7) });

const rowSketch = (values: Readonly<Record<string, Draw>>): fc.Arbitrary<RowSketch> =>
  fc.record({
    picks: fc.array(reference, { minLength: 6, maxLength: 6 }),
    values: fc.record(values as Record<string, Draw>),
  });

export type CitySketch = Readonly<Record<string, readonly RowSketch[]>>;
export type WorldSketch = {
  readonly day: number;
  readonly hour: number;
  readonly cities: readonly [CitySketch, CitySketch];
};

const citySketch = (tables: readonly string[], share: number): fc.Arbitrary<CitySketch> =>
  fc.record(
    Object.fromEntries(
      tables.map((table) => {
        const { count: [, most] = [1, 2], values = {} } = drawings[table] ?? {};
        const [least] = drawings[table]?.count ?? [1, 2];
        return [
          table,
          fc.array(rowSketch(values), {
            minLength: Math.floor(least * share),
            maxLength: Math.ceil(most * share),
            size: "max",
          }),
        ];
      }),
    ),
  );

/** Worlds of two cities, of which the first is looked at from all sides. The clock likes the edges of the Japanese day. */
export const worldSketch = (tables: readonly string[]): fc.Arbitrary<WorldSketch> =>
  fc.record({
    day: fc.integer({ min: 0, max: 700 }),
    hour: fc.constantFrom(0, 8, 9, 14, 23),
    cities: fc.tuple(citySketch(tables, 1), citySketch(tables, 0.4)),
  });
