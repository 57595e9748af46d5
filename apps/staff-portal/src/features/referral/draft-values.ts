import type { UpdateReferralDraftForm } from "@tsunagari/domain/referral";
import type { Referral, ReferralChoices, ReferralForm } from "./queries.ts";

export type DraftValues = UpdateReferralDraftForm;

/** A draft with what its form holds and may offer. */
export type Draft = { readonly referral: Referral; readonly form: ReferralForm; readonly choices: ReferralChoices };

export const draftOf = (referral: Referral): Draft | null =>
  referral.form === null || referral.choices === null
    ? null
    : { referral, form: referral.form, choices: referral.choices };

/** What the fields begin with; what is not stated is the empty text. */
export const valuesOf = ({ referral, form }: Draft) => ({
  referralId: referral.id as string,
  version: referral.version,
  consentGrantId: (referral.consent.grantId ?? "") as string,
  purpose: referral.purpose ?? ("" as const),
  contactWay: referral.contactWay ?? ("" as const),
  dueOn: referral.dueOn ?? "",
  packet: {
    wishes: form.wishes ?? "",
    needs: form.needs ?? "",
    times: form.times ?? "",
    staffContact: form.staffContact ?? "",
    cautions: form.cautions ?? "",
    living: form.living ?? "",
    household: form.household ?? "",
    health: form.health ?? "",
    areaId: (form.areaId ?? "") as string,
    personFields: [...form.personFields],
  },
});
