import { mayDisclose, type PacketField, type PacketVerdict } from "@tsunagari/domain/referral";
import { useWatch } from "react-hook-form";
import type { DraftCommandForm } from "./draft-body.tsx";
import type { Draft } from "./draft-values.ts";

export type Verdicts = { readonly verdictOf: (field: PacketField) => PacketVerdict };

/** What the chosen consent and the protection let through, by the domain's own rule; the server asks again. */
export const useVerdicts = (form: DraftCommandForm, { referral, choices }: Draft): Verdicts => {
  const chosen = useWatch({ control: form.form.control, name: "consentGrantId" });
  const grant = choices.grants.find(({ id }) => id === chosen);
  const ground = { consentedGroups: grant?.dataGroups ?? [], isProtected: referral.person.isProtected };
  return { verdictOf: (field) => mayDisclose(field, ground) };
};
