import type { CivilDate, Id } from "../kernel/index.ts";
import { addMonths, idOf } from "../kernel/index.ts";

export type PersonId = Id<"person">;
export const PersonId = idOf("person");

/** Groups a person consents by (D-02); every field about a person lies in exactly one. */
export const dataGroups = [
  "identity",
  "contact",
  "household",
  "living",
  "health",
  "needs",
  "wishes",
  "cautions",
] as const;
export type DataGroup = (typeof dataGroups)[number];

/** The fields of each group; each value is one encrypted row (D-10, D-35). */
export const personFields = {
  identity: ["name", "kana", "birthOn", "preferredName"],
  contact: ["address", "phone", "mail"],
  household: ["householdSituation"],
  living: ["livingSituation", "involvedAgencies"],
  health: ["healthSituation"],
  needs: ["supportNeeds"],
  wishes: ["wishes"],
  cautions: ["cautions"],
} as const satisfies Record<DataGroup, readonly [string, ...string[]]>;
export type PersonFieldOf<G extends DataGroup> = (typeof personFields)[G][number];
export type PersonField = PersonFieldOf<DataGroup>;

/** What is stored about a person: per group, per field, the text or null where nothing is stated. */
export type PersonData = {
  readonly [G in DataGroup]: { readonly [F in PersonFieldOf<G>]: string | null };
};

/** Relation of a member of the household to the person the case is about. */
export const householdRelations = [
  "spouse",
  "partner",
  "child",
  "parent",
  "sibling",
  "grandparent",
  "grandchild",
  "otherRelative",
  "other",
] as const;
export type HouseholdRelation = (typeof householdRelations)[number];

/** `self` is the person the case is about. */
export const memberRelations = ["self", ...householdRelations] as const;
export type MemberRelation = (typeof memberRelations)[number];

const adultAgeInMonths = 18 * 12;

/** 民法4条: of age at 18. Where the birth date is not known the person counts as an adult, so that consent is asked. */
export const isAdult = (birthOn: CivilDate | null, on: CivilDate): boolean =>
  birthOn === null || addMonths(birthOn, adultAgeInMonths) <= on;
