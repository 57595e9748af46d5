/*
 * What of a person may go to a partner, and when (D-10, D-11, D-23). The packet is minimal by default: every field is
 * chosen by hand and, apart from times and staff contact, lies in a group the person consented to. The same table is
 * stated in SQL by the packet fence.
 */
import type { DataGroup } from "../case/index.ts";
import type { CivilDate } from "../kernel/index.ts";
import { addDays } from "../kernel/index.ts";
import { defaultReferralClocks } from "./clock.ts";
import type { ReferralStatus } from "./referral.ts";

export type PacketStep = 1 | 2;

/** Text written for this one packet, never copied from the case. */
export const writtenPacketFields = {
  wishes: { group: "wishes", step: 1 },
  needs: { group: "needs", step: 1 },
  times: { group: null, step: 1 },
  staffContact: { group: null, step: 1 },
  cautions: { group: "cautions", step: 2 },
  living: { group: "living", step: 2 },
  household: { group: "household", step: 2 },
  health: { group: "health", step: 2 },
} as const satisfies Record<string, { group: DataGroup | null; step: PacketStep }>;
export type WrittenPacketField = keyof typeof writtenPacketFields;
export const writtenPacketFieldNames = [
  "wishes",
  "needs",
  "times",
  "staffContact",
  "cautions",
  "living",
  "household",
  "health",
] as const satisfies readonly WrittenPacketField[];

/** Fields of the person that are shown by reference, resolved at each reading; all of them open on acceptance. */
export const referencedPacketFields = {
  preferredName: { group: "identity", step: 2 },
  name: { group: "identity", step: 2 },
  kana: { group: "identity", step: 2 },
  birthOn: { group: "identity", step: 2 },
  phone: { group: "contact", step: 2 },
  mail: { group: "contact", step: 2 },
  address: { group: "contact", step: 2 },
} as const satisfies Record<string, { group: "identity" | "contact"; step: 2 }>;
export type ReferencedPacketField = keyof typeof referencedPacketFields;
export const referencedPacketFieldNames = [
  "preferredName",
  "name",
  "kana",
  "birthOn",
  "phone",
  "mail",
  "address",
] as const satisfies readonly ReferencedPacketField[];

/** The area is written as the name of an area of a scheme the city marks disclosable; it needs no group. */
export const areaPacketField = "area";
export type PacketField = WrittenPacketField | ReferencedPacketField | typeof areaPacketField;
export const packetFieldNames = [
  ...writtenPacketFieldNames,
  areaPacketField,
  ...referencedPacketFieldNames,
] as const satisfies readonly PacketField[];

const packetTable: Record<PacketField, { group: DataGroup | null; step: PacketStep }> = {
  ...writtenPacketFields,
  ...referencedPacketFields,
  area: { group: null, step: 1 },
};

/** The data group whose consent a field needs; null for what tells nothing about the person (D-10). */
export const groupOfPacketField = (field: PacketField): DataGroup | null => packetTable[field].group;
/** From which step on a field is shown: 1 once sent, 2 once accepted (D-10). */
export const stepOfPacketField = (field: PacketField): PacketStep => packetTable[field].step;

/** D-23: where a person is protected, neither contact nor area ever leaves, whatever was consented to. */
export const isWithheldForProtection = (field: PacketField): boolean =>
  field === areaPacketField || groupOfPacketField(field) === "contact";

export type PacketGround = {
  readonly consentedGroups: readonly DataGroup[];
  readonly isProtected: boolean;
  /** Whether the city still lets the areas of the scheme the area was chosen from be named (D-10). */
  readonly isAreaDisclosable: boolean;
};
export type PacketVerdict =
  | true
  | "referral.field_not_consented"
  | "referral.protected_person"
  | "referral.area_not_disclosable";

/** Whether a field may be chosen for a packet at all. */
export const mayDisclose = (field: PacketField, ground: PacketGround): PacketVerdict => {
  if (ground.isProtected && isWithheldForProtection(field)) return "referral.protected_person";
  if (field === areaPacketField && !ground.isAreaDisclosable) return "referral.area_not_disclosable";
  const group = groupOfPacketField(field);
  return group === null || ground.consentedGroups.includes(group) || "referral.field_not_consented";
};

/** The fields a form may offer, in the order of the packet. */
export const disclosableFields = (ground: PacketGround): readonly PacketField[] =>
  packetFieldNames.filter((field) => mayDisclose(field, ground) === true);

/** The first refusal among the chosen fields, so that sending names what has to be taken out. */
export const refusalOfPacket = (
  fields: readonly PacketField[],
  ground: PacketGround,
): { readonly field: PacketField; readonly reason: Exclude<PacketVerdict, true> } | null => {
  for (const field of fields) {
    const verdict = mayDisclose(field, ground);
    if (verdict !== true) return { field, reason: verdict };
  }
  return null;
};

/** A partner can decide only where it reads whom to ask and at least what is wished or needed. */
export const isPacketComplete = (fields: readonly PacketField[]): boolean =>
  fields.includes("staffContact") && (fields.includes("wishes") || fields.includes("needs"));

export type PacketAccess = {
  readonly status: ReferralStatus;
  readonly isConsentInForce: boolean;
  readonly packetClosesOn: CivilDate | null;
  readonly today: CivilDate;
};

/** The steps the partner reads in a state (D-10, D-11). */
export const openPacketSteps = (access: PacketAccess): readonly PacketStep[] => {
  if (!access.isConsentInForce) return [];
  switch (access.status) {
    case "sent":
    case "waitlisted":
      return [1];
    case "accepted":
    case "in_progress":
      return [1, 2];
    case "completed":
      return access.packetClosesOn !== null && access.today < access.packetClosesOn ? [1, 2] : [];
    case "draft":
    case "not_helped":
    case "declined":
    case "withdrawn":
    case "expired":
    case "entered_in_error":
      return [];
  }
};

/** D-11: the first day on which a completed referral's packet is closed; the end of the consent, if that comes first. */
export const packetClosesOn = (
  completedOn: CivilDate,
  consentUntilOn: CivilDate,
  days = defaultReferralClocks.packetAccessDaysAfterConclusion,
): CivilDate => {
  const byTerm = addDays(completedOn, days);
  return byTerm < consentUntilOn ? byTerm : consentUntilOn;
};

const folded = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\s\-‐‑‒–—―−ー・,.、。()]/gu, "");

/** The values by which a text would give a person away: whole name and its parts, reading, phone, mail, address. */
export const identifyingValues = (
  person: Readonly<Partial<Record<ReferencedPacketField, string | null>>>,
): readonly string[] =>
  [
    person.name,
    ...(person.name?.split(/\s+/u) ?? []),
    person.preferredName,
    person.kana,
    person.phone,
    person.mail,
    person.address,
  ].flatMap((value) => (value ? [value] : []));

/**
 * Whether a text meant for the step before acceptance names the person: one of the person's own values stands in it,
 * widths, spaces and hyphens apart. Values of one character would hit by chance and are not looked for.
 */
export const namesPerson = (text: string, values: readonly string[]): boolean => {
  const haystack = folded(text);
  return values.map(folded).some((value) => [...value].length >= 2 && haystack.includes(value));
};
