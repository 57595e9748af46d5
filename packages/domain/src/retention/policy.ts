import type { CivilDate, MunicipalityId, RoleCode, Rule } from "../kernel/index.ts";
import { allOf, anyOf, canFire, definePolicy, hasRole } from "../kernel/index.ts";
import { retentionMachine, type RetentionEvent } from "./machine.ts";
import type { RetentionStatus } from "./retention.ts";

export const retentionReasons = [
  "retention.reader_only",
  "retention.officer_only",
  "retention.administrator_only",
  "retention.clock_only",
  "retention.invalid_state",
  "retention.still_revocable",
  "retention.not_over",
  "retention.date_out_of_range",
  "retention.not_a_section_officer",
  "retention.already_named",
  "retention.already_ended",
] as const;
export type RetentionReason = (typeof retentionReasons)[number];

export type RetentionFacts = {
  readonly municipalityId: MunicipalityId;
  /** Of all records the act is about. */
  readonly statuses: readonly RetentionStatus[];
  /** Whether the city has named the actor, today, as the one who confirms. */
  readonly isNamedOfficer: boolean;
  /** Of a confirmed record: when the time to take it back is over. */
  readonly destroysOn: CivilDate | null;
};
type RetentionRule = Rule<RetentionFacts, RetentionReason>;

/**
 * Who may be named: 文書管理 is a section's duty (係長級, requirements 4.3). The list they see holds numbers and dates, no
 * person, so it may lie outside the case fence; the administrator names the officer and confirms nothing himself.
 */
export const retentionOfficerRole = "sectionOfficer" satisfies RoleCode;
export const retentionReaderRoles = [
  retentionOfficerRole,
  "platformAdministrator",
  "auditor",
] as const satisfies readonly RoleCode[];

const reader: Rule<unknown, RetentionReason> = ({ actor }) =>
  (actor.kind === "staff" && hasRole(actor, ...retentionReaderRoles)) || "retention.reader_only";
const administrator: Rule<unknown, RetentionReason> = ({ actor }) =>
  (actor.kind === "staff" && hasRole(actor, "platformAdministrator")) || "retention.administrator_only";
const worker: Rule<unknown, RetentionReason> = ({ actor }) => actor.kind === "worker" || "retention.clock_only";

const ofTheCity: RetentionRule = ({ actor, facts }) =>
  actor.municipalityId === facts.municipalityId || "retention.reader_only";

// D-19: a named officer. Naming gives nothing to whom the role has been taken from since.
const namedOfficer: RetentionRule = ({ actor, facts }) =>
  (actor.kind === "staff" && facts.isNamedOfficer && hasRole(actor, retentionOfficerRole)) || "retention.officer_only";

const inState =
  (event: RetentionEvent): RetentionRule =>
  ({ facts }) =>
    facts.statuses.every((status) => canFire(retentionMachine, event, status)) || "retention.invalid_state";

const waitingIsOver: RetentionRule = ({ facts, today }) =>
  (facts.destroysOn !== null && facts.destroysOn <= today) || "retention.still_revocable";

const all = allOf<RetentionFacts, RetentionReason>;
const byOfficer = (event: RetentionEvent): RetentionRule => all(ofTheCity, reader, namedOfficer, inState(event));

/** Who may do what with records whose time is over (D-19). */
export const retentionPolicy = definePolicy<RetentionFacts, RetentionReason>()(
  "retention",
  {
    read: all(ofTheCity, anyOf<RetentionFacts, RetentionReason>(worker, reader)),
    confirm: byOfficer("confirm"),
    revoke: byOfficer("revoke"),
    postpone: byOfficer("postpone"),
    resume: byOfficer("resume"),
    destroy: all(ofTheCity, worker, inState("destroy"), waitingIsOver),
  },
  { list: reader, listOfficers: reader, nameOfficer: administrator, endOfficer: administrator, findDue: worker },
);
