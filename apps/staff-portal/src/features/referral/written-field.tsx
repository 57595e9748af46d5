import type { PacketVerdict, WrittenPacketField } from "@tsunagari/domain/referral";
import { caseMessages, reasonText, referralMessages } from "@tsunagari/messages";
import { Icon, TextArea } from "@tsunagari/ui";
import { useWatch } from "react-hook-form";
import type { DraftCommandForm } from "./draft-body.tsx";

/** A field that cannot be handed over now, with the reason in its place. */
export const Withheld = ({ label, reason }: { readonly label: string; readonly reason: string }) => (
  <div className="flex gap-3 rounded-8 border border-solid-gray-300 bg-solid-gray-50 px-4 py-3">
    <Icon name="lock" className="mt-0.5 size-5 text-solid-gray-700" />
    <div className="min-w-0">
      <p className="text-std-16B-170">{label}は伝えられません</p>
      <p className="text-solid-gray-700">{reason}</p>
    </div>
  </div>
);

const groups = caseMessages.dataGroups;

const whyNot = (name: GroupedField, verdict: Exclude<PacketVerdict, true>): string =>
  verdict === "referral.field_not_consented"
    ? `選んだ同意に「${groups[name]}」が含まれていません。伝えるには、本人から同意を得てください。`
    : reasonText(verdict);

export type GroupedField = Exclude<WrittenPacketField, "times" | "staffContact">;

type WrittenFieldProps = {
  readonly form: DraftCommandForm;
  readonly name: GroupedField;
  readonly verdict: PacketVerdict;
  readonly limit: number;
  readonly support?: string;
};

/** A text written for this packet. Where the consent does not cover it, an empty one cannot be begun. */
export const WrittenField = ({ form, name, verdict, limit, support }: WrittenFieldProps) => {
  const text = useWatch({ control: form.form.control, name: `packet.${name}` });
  const label = referralMessages.packetFields[name];
  if (verdict !== true && (text ?? "") === "") return <Withheld label={label} reason={whyNot(name, verdict)} />;
  const warning = verdict === true ? support : `${whyNot(name, verdict)}送るには、この文章を消してください。`;
  return (
    <TextArea
      {...form.field(`packet.${name}`, label)}
      requirement="optional"
      rows={3}
      limit={limit}
      support={warning}
    />
  );
};
