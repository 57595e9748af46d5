import { groupOfPacketField, mayDisclose, type PacketField, type PacketVerdict } from "@tsunagari/domain/referral";
import { caseMessages, reasonText } from "@tsunagari/messages";
import { useWatch } from "react-hook-form";
import type { DraftCommandForm } from "./draft-body.tsx";
import type { Draft } from "./draft-values.ts";

/** What the chosen consent and the protection let through, by the domain's own rule; the server asks again. */
export const useVerdicts = (
  form: DraftCommandForm,
  { referral, choices }: Draft,
): ((field: PacketField) => PacketVerdict) => {
  const chosen = useWatch({ control: form.form.control, name: "consentGrantId" });
  const grant = choices.grants.find(({ id }) => id === chosen);
  const ground = {
    consentedGroups: grant?.dataGroups ?? [],
    isProtected: referral.person.isProtected,
    // The form offers only areas that may be named.
    isAreaDisclosable: true,
  };
  return (field) => mayDisclose(field, ground);
};

/** Why a field cannot be handed over, in words; nothing where it can. */
export const withheldReason = (field: PacketField, verdict: PacketVerdict): string | undefined => {
  const group = groupOfPacketField(field);
  if (verdict === true) return undefined;
  return verdict === "referral.field_not_consented" && group !== null
    ? `選んだ同意に「${caseMessages.dataGroups[group]}」が含まれていません。`
    : reasonText(verdict);
};
