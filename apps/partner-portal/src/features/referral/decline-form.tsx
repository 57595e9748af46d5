import { DeclineReferral, declineReasons } from "@tsunagari/domain/referral";
import { referralMessages } from "@tsunagari/messages";
import { CommandFormShell } from "@tsunagari/portal";
import { RadioGroup, TextArea } from "@tsunagari/ui";
import { client, drafts } from "../../client.ts";
import { Effect } from "./effect.tsx";
import { useReferral } from "./referral-context.tsx";
import { useReferralForm } from "./use-referral-form.ts";

/** Says no, with a reason. */
export const DeclineForm = () => {
  const { referral } = useReferral();
  const form = useReferralForm({
    schema: DeclineReferral,
    defaultValues: { referralId: referral.id, version: referral.version, reasonText: "" },
    send: (input) => client.referral.decline.mutate({ ...input, version: referral.version }),
    draft: { api: drafts, form: "referralRefusal", subject: referral.id, referralId: referral.id },
    done: () => "お断りすると答えました。この依頼の内容は閉じました",
  });
  return (
    <CommandFormShell form={form} submitLabel="お断りすると答える" pendingLabel="答えています…" variant="danger">
      <RadioGroup
        {...form.field("reasonCode", "お断りする理由")}
        requirement="required"
        options={declineReasons.map((value) => ({ value, label: referralMessages.endReasons[value] }))}
      />
      <TextArea
        {...form.field("reasonText", referralMessages.fields.reasonText)}
        requirement="optional"
        rows={3}
        limit={1000}
        support="「その他」のときは、かならず書いてください。こうだったら受け入れられる、ということがあれば、ぜひお書きください。"
      />
      <Effect isFinal>
        市の担当職員に理由を知らせます。この依頼の内容は、すぐに見られなくなります。お断りしたあとは、元に戻せません。
      </Effect>
    </CommandFormShell>
  );
};
