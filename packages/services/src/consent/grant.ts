import { and, eq, gt, inArray, isNull, lte, or } from "@tsunagari/db";
import { consentGrant, consentGrantGroup, consentGrantRecipient, department, organization } from "@tsunagari/db/schema";
import { asId, type CivilDate } from "@tsunagari/domain";
import { eventsForAnswer, type ConsentGrantId, type GiveConsent, type NarrowConsent } from "@tsunagari/domain/consent";
import type { KeyedScope, Scope } from "../case/index.ts";
import { fail, getPersonKey, newId, sealText } from "../kernel/index.ts";
import { addConsentEvents, loadConsentState, type NewConsentEvents } from "./store.ts";

/** What the form says of a consent, new or narrowed. */
export type GrantTerms = Omit<GiveConsent, "personId" | "requestId"> & Omit<NarrowConsent, "grantId" | "requestId">;

type Owner = { readonly caseId: string; readonly personId: string };
type Recording = Pick<NewConsentEvents, "recordedAt" | "userId"> & { readonly today: CivilDate };

/** D-02: recipients are named and are there; a department or organization of the past receives nothing. */
const demandRecipients = async ({ tx, municipalityId }: Scope, terms: GrantTerms, today: CivilDate): Promise<void> => {
  const departments =
    terms.departmentIds.length === 0
      ? []
      : await tx
          .select({ id: department.id })
          .from(department)
          .where(
            and(
              eq(department.municipalityId, municipalityId),
              inArray(department.id, [...terms.departmentIds]),
              lte(department.sinceOn, today),
              or(isNull(department.untilOn), gt(department.untilOn, today)),
            ),
          );
  const organizations =
    terms.organizationIds.length === 0
      ? []
      : await tx
          .select({ id: organization.id })
          .from(organization)
          .where(
            and(
              eq(organization.municipalityId, municipalityId),
              inArray(organization.id, [...terms.organizationIds]),
              eq(organization.status, "active"),
            ),
          );
  const isKnown =
    departments.length === terms.departmentIds.length && organizations.length === terms.organizationIds.length;
  if (!isKnown) fail("invalid_state", "consent.unknown_recipient");
};

const sealParticulars = async (scope: KeyedScope, personId: string, of: { id: string; terms: GrantTerms }) => {
  const { municipalityId } = scope;
  const key = await getPersonKey(scope, personId);
  const seal = (column: string, text: string | null) =>
    text === null ? null : sealText(key, text, { table: "consent_grant", column, municipalityId, rowId: of.id });
  const { givenBy, representativeName, representativeCapacity, witness, formNote } = of.terms;
  const representative =
    givenBy === "legalRepresentative" ? JSON.stringify([representativeName, representativeCapacity]) : null;
  return {
    representativeCiphertext: seal("representative_ciphertext", representative),
    witnessCiphertext: seal("witness_ciphertext", witness),
    oralNoteCiphertext: seal("oral_note_ciphertext", formNote),
  };
};

/** Stores a grant with its recipients, groups and events. */
export const insertGrant = async (
  scope: KeyedScope,
  owner: Owner,
  of: { readonly terms: GrantTerms; readonly untilOn: CivilDate; readonly recording: Recording },
): Promise<ConsentGrantId> => {
  const { tx, municipalityId } = scope;
  const { terms, untilOn, recording } = of;
  await demandRecipients(scope, terms, recording.today);
  const id = newId<"consentGrant">();
  const { purpose, form, givenOn, givenBy } = terms;
  const state = await loadConsentState(scope, { personId: owner.personId, purpose, today: recording.today });
  await tx.insert(consentGrant).values({
    municipalityId,
    id,
    ...owner,
    purpose,
    form,
    givenOn,
    sinceOn: givenOn,
    untilOn,
    givenBy,
    ...(await sealParticulars(scope, owner.personId, { id, terms })),
  });
  const row = { municipalityId, caseId: owner.caseId, grantId: id };
  const recipients = [
    ...terms.departmentIds.map((departmentId) => ({ ...row, id: newId(), departmentId })),
    ...terms.organizationIds.map((organizationId) => ({ ...row, id: newId(), organizationId })),
  ];
  if (recipients.length > 0) await tx.insert(consentGrantRecipient).values(recipients);
  const groups = terms.dataGroups.map((dataGroup) => ({ ...row, id: newId(), dataGroup }));
  if (groups.length > 0) await tx.insert(consentGrantGroup).values(groups);
  await addConsentEvents(scope, {
    kinds: eventsForAnswer(state, "give"),
    ...owner,
    purpose,
    grantId: id,
    happenedOn: givenOn,
    recordedAt: recording.recordedAt,
    userId: recording.userId,
    note: null,
  });
  return asId<"consentGrant">(id);
};
