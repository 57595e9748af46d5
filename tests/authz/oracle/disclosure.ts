/* What a partner is shown of a person: D-10, D-11 and D-23, and nothing else is. */
import { inCity, isInForce, receivesFor, type Question } from "./standing.ts";
import type { Row } from "./world.ts";

const wasSent = (referral: Row): boolean => referral["sent_at"] !== null;

/** D-11: the partner keeps the row of what it was sent. A draft, and one withdrawn unsent, never existed for it. */
export const isReceived = (question: Question, referral: Row | undefined): referral is Row =>
  referral !== undefined && wasSent(referral) && receivesFor(question, referral["organization_id"]);

/** D-02: a grant of the person for disclosure to this organization, given, not withdrawn, and not past its day. */
const liveGrant = (question: Question, referral: Row): Row | undefined =>
  inCity(question, "consent_grant").find(
    (grant) =>
      grant.id === referral["consent_grant_id"] &&
      grant["person_id"] === referral["person_id"] &&
      grant["purpose"] === "partnerDisclosure" &&
      grant["withdrawn_at"] === null &&
      isInForce(question, grant) &&
      inCity(question, "consent_grant_recipient").some(
        (recipient) =>
          recipient["grant_id"] === grant.id && recipient["organization_id"] === referral["organization_id"],
      ),
  );

const stepByStatus = (question: Question, referral: Row): 0 | 1 | 2 => {
  switch (referral["status"]) {
    case "sent":
    case "waitlisted":
      return 1;
    case "accepted":
    case "in_progress":
      return 2;
    case "completed":
      // D-11: open until the day that was set when it was completed.
      return referral["packet_closes_on"] !== null && question.world.today < String(referral["packet_closes_on"])
        ? 2
        : 0;
    default:
      return 0;
  }
};

/** How far the packet of a referral is open to the one who asks: not at all, before acceptance, or whole (D-10). */
export const openStep = (question: Question, referral: Row | undefined): 0 | 1 | 2 =>
  referral !== undefined && receivesFor(question, referral["organization_id"]) && liveGrant(question, referral)
    ? stepByStatus(question, referral)
    : 0;

export const referralOf = (question: Question, row: Row): Row | undefined =>
  inCity(question, "referral").find(({ id }) => id === row["referral_id"]);

/** D-10: an area is named while the city lets its scheme be; where its scheme is not known, while it took none back. */
const isAreaDisclosable = (question: Question, schemeId: unknown): boolean => {
  const schemes = inCity(question, "area_scheme");
  if (schemeId === null) return schemes.every((scheme) => scheme["withheld_at"] === null);
  return schemes.some(({ id, is_disclosable: isDisclosable }) => id === schemeId && isDisclosable === true);
};

/** D-10, D-23: the step is open, the group consented, and nothing of it tells where a protected person is. */
export const isDisclosed = (question: Question, field: Row): boolean => {
  const referral = referralOf(question, field);
  if (!referral || openStep(question, referral) < Number(field["step"])) return false;
  const person = inCity(question, "person").find(({ id }) => id === referral["person_id"]);
  if (!person) return false;
  if (person["is_protected"] === true && (field["data_group"] === "contact" || field["field"] === "area")) return false;
  if (field["field"] === "area" && !isAreaDisclosable(question, field["area_scheme_id"])) return false;
  return (
    field["data_group"] === null ||
    inCity(question, "consent_grant_group").some(
      (group) => group["grant_id"] === referral["consent_grant_id"] && group["data_group"] === field["data_group"],
    )
  );
};

/** Whether some packet of this person is open to the one who asks. */
export const hasOpenPacket = (question: Question, personId: unknown): boolean =>
  inCity(question, "referral").some(
    (referral) =>
      referral["person_id"] === personId &&
      openStep(question, referral) > 0 &&
      inCity(question, "person").some(({ id }) => id === personId),
  );
