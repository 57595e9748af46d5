import type { WrittenPacketField } from "@tsunagari/domain/referral";
import { referralMessages } from "@tsunagari/messages";
import { TextArea } from "@tsunagari/ui";
import { useWatch } from "react-hook-form";
import type { DraftCommandForm } from "./draft-body.tsx";
import type { Draft } from "./draft-values.ts";
import { useVerdicts, withheldReason } from "./use-verdicts.ts";
import type { Withheld } from "./withheld-list.tsx";

/** Fields of text that need a consented group. */
export type GroupedField = Exclude<WrittenPacketField, "times" | "staffContact">;

/** Parts fields into those that can be written and those that cannot; what was written can always be taken out. */
export const useWrittenFields = <Field extends GroupedField>(
  form: DraftCommandForm,
  draft: Draft,
  names: readonly Field[],
): { readonly open: readonly Field[]; readonly withheld: readonly Withheld[] } => {
  const verdictOf = useVerdicts(form, draft);
  const packet = useWatch({ control: form.form.control, name: "packet" });
  const isOpen = (name: Field) => verdictOf(name) === true || (packet[name] ?? "") !== "";
  const withheld = names.flatMap((field) => {
    const reason = isOpen(field) ? undefined : withheldReason(field, verdictOf(field));
    return reason === undefined ? [] : [{ field, reason }];
  });
  return { open: names.filter(isOpen), withheld };
};

type WrittenFieldProps = {
  readonly form: DraftCommandForm;
  readonly draft: Draft;
  readonly name: GroupedField;
  readonly support?: string | undefined;
};

/** A text written for this packet. */
export const WrittenField = ({ form, draft, name, support }: WrittenFieldProps) => {
  const reason = withheldReason(name, useVerdicts(form, draft)(name));
  return (
    <TextArea
      {...form.field(`packet.${name}`, referralMessages.packetFields[name])}
      requirement="optional"
      rows={3}
      limit={1000}
      support={reason === undefined ? support : `${reason}送るには、この文章を消してください。`}
    />
  );
};
