import type { DataGroup } from "../case/index.ts";
import type { CivilDate, Dated, DepartmentId, Id, Instant, OrganizationId } from "../kernel/index.ts";
import { addDays, addMonths, civilDateAt, idOf, isInForce } from "../kernel/index.ts";

export type ConsentGrantId = Id<"consentGrant">;
export const ConsentGrantId = idOf("consentGrant");

/** D-02: consent is per purpose; one never stands in for another. */
export const consentPurposes = ["support", "informationSharing", "partnerDisclosure"] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** What is stored; expiry is no event, it follows from the date (D-02). */
export const consentEventKinds = ["asked", "refused", "given", "withdrawn"] as const;
export type ConsentEventKind = (typeof consentEventKinds)[number];

export const consentForms = ["written", "oral"] as const;
export type ConsentForm = (typeof consentForms)[number];

export const consentGivers = ["person", "legalRepresentative"] as const;
export type ConsentGiver = (typeof consentGivers)[number];

/** 民法: who may consent for another; a relative without such a capacity may not. */
export const representativeCapacities = [
  "parent",
  "minorGuardian",
  "adultGuardian",
  "curator",
  "assistant",
  "voluntaryGuardian",
] as const;
export type RepresentativeCapacity = (typeof representativeCapacities)[number];

/** Departments and contracted agencies for `informationSharing`, organizations for `partnerDisclosure` (D-02). */
export type ConsentRecipient =
  | { readonly kind: "department"; readonly id: DepartmentId }
  | { readonly kind: "organization"; readonly id: OrganizationId };

/** A grant never changes; narrowing is a withdrawal and a new grant (D-02). */
export type ConsentGrant = Dated & {
  readonly purpose: ConsentPurpose;
  readonly recipients: readonly ConsentRecipient[];
  readonly dataGroups: readonly DataGroup[];
  readonly withdrawnAt: Instant | null;
};

/**
 * The exclusive end of a consent: the day after the last one that was wished, else the length the city offers; one year
 * where it states none (D-02).
 */
export const untilOf = (givenOn: CivilDate, lastOn: CivilDate | null, months = 12): CivilDate =>
  lastOn === null ? addMonths(givenOn, months) : addDays(lastOn, 1);

/** What somebody wants to rely on a consent for. */
export type ConsentNeed = {
  readonly purpose: ConsentPurpose;
  /** Null only for `support`, which has no recipient. */
  readonly recipient: ConsentRecipient | null;
  readonly dataGroups: readonly DataGroup[];
  readonly on: CivilDate;
};

/** The states of SM-02 a grant may be in; `upcoming` is given, its first day still ahead. */
export const grantStates = ["upcoming", "given", "withdrawn", "expired"] as const;
export type GrantState = (typeof grantStates)[number];

/** Where a grant stands on a day; a withdrawal weighs more than any date. */
export const grantStateOn = (grant: Dated & Pick<ConsentGrant, "withdrawnAt">, on: CivilDate): GrantState => {
  if (grant.withdrawnAt !== null) return "withdrawn";
  if (isInForce(grant, on)) return "given";
  return on < grant.sinceOn ? "upcoming" : "expired";
};

/** Days before its last one on which the team is told that a consent runs out, so that the person can be asked in time. */
export const endingNoticeDays = 30;

/** Whether a grant in force runs out within the days of notice. */
export const endsSoon = (grant: Dated & Pick<ConsentGrant, "withdrawnAt">, on: CivilDate): boolean =>
  grantStateOn(grant, on) === "given" && grant.untilOn !== null && grant.untilOn <= addDays(on, endingNoticeDays);

const names = (grant: ConsentGrant, recipient: ConsentRecipient | null): boolean =>
  recipient === null
    ? grant.purpose === "support"
    : grant.recipients.some((named) => named.kind === recipient.kind && named.id.valueOf() === recipient.id.valueOf());

const allows = (grant: ConsentGrant, need: ConsentNeed): boolean =>
  grant.purpose === need.purpose &&
  names(grant, need.recipient) &&
  need.dataGroups.every((group) => grant.dataGroups.includes(group)) &&
  isInForce(grant, need.on);

/**
 * Whether the grant covers a disclosure: purpose, recipient, every data group and the day must all lie in it, and it is
 * not withdrawn. A withdrawn grant covers nothing, whatever the day asked about.
 */
export const grantCovers = (grant: ConsentGrant, need: ConsentNeed): boolean =>
  grant.withdrawnAt === null && allows(grant, need);

/** Whether `next` lies wholly inside `grant`, so that replacing the one by the other takes nothing new (D-02). */
export const isNarrowerGrant = (grant: ConsentGrant, next: Omit<ConsentGrant, "withdrawnAt">): boolean =>
  next.purpose === grant.purpose &&
  next.recipients.every((recipient) => names(grant, recipient)) &&
  next.dataGroups.every((group) => grant.dataGroups.includes(group)) &&
  (grant.untilOn === null || (next.untilOn !== null && next.untilOn <= grant.untilOn));

/** Whether the grant covered the need on that day, for an act that has happened: a withdrawal counts from its own day. */
export const grantCoveredOn = (grant: ConsentGrant, need: ConsentNeed): boolean =>
  (grant.withdrawnAt === null || need.on < civilDateAt(grant.withdrawnAt)) && allows(grant, need);
