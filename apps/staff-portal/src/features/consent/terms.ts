import { GiveConsent, NarrowConsent } from "@tsunagari/domain/consent";
import { z } from "zod";

/** The form as the screen shows it; what is not asked for a purpose or a form stays in it and is not sent. */
export type TermsValues = z.input<typeof GiveConsent>;

const onlyWhatIsAsked = (values: TermsValues): TermsValues => {
  const isOral = values.form === "oral";
  const isRepresented = values.givenBy === "legalRepresentative";
  // An unchosen select is an empty text.
  const capacity = values.representativeCapacity || null;
  return {
    ...values,
    departmentIds: values.purpose === "informationSharing" ? (values.departmentIds ?? []) : [],
    organizationIds: values.purpose === "partnerDisclosure" ? (values.organizationIds ?? []) : [],
    dataGroups: values.purpose === "support" ? [] : (values.dataGroups ?? []),
    witness: isOral ? values.witness : null,
    formNote: isOral ? values.formNote : null,
    representativeName: isRepresented ? values.representativeName : null,
    representativeCapacity: isRepresented ? capacity : null,
  };
};

export const toGiveConsent = onlyWhatIsAsked;

export const toNarrowConsent = (values: TermsValues, grantId: string): z.input<typeof NarrowConsent> => {
  const { personId: _personId, ...terms } = onlyWhatIsAsked(values);
  return { ...terms, grantId };
};

export const GiveForm = z.custom<TermsValues>().transform(toGiveConsent).pipe(GiveConsent);

export const narrowFormOf = (grantId: string) =>
  z
    .custom<TermsValues>()
    .transform((values) => toNarrowConsent(values, grantId))
    .pipe(NarrowConsent);
