import { MarkReferralNotHelped, notHelpedReasons } from "@tsunagari/domain/referral";
import { referralMessages } from "@tsunagari/messages";
import { CommandFormShell } from "@tsunagari/portal";
import { RadioGroup, TextArea } from "@tsunagari/ui";
import { client, drafts } from "../../client.ts";
import { Effect } from "./effect.tsx";
import { useReferral } from "./referral-context.tsx";
import { useReferralForm } from "./use-referral-form.ts";

/** Reports that it did not work out. */
export const NotHelpedForm = () => {
  const { referral } = useReferral();
  const form = useReferralForm({
    schema: MarkReferralNotHelped,
    defaultValues: { referralId: referral.id, version: referral.version, reasonText: "" },
    send: (input) => client.referral.markNotHelped.mutate({ ...input, version: referral.version }),
    draft: { api: drafts, form: "referralWithoutHelp", subject: referral.id, referralId: referral.id },
    done: () => "つながらなかったことを報告しました。この依頼の内容は閉じました",
  });
  return (
    <CommandFormShell
      form={form}
      submitLabel="つながらなかったと報告する"
      pendingLabel="報告しています…"
      variant="danger"
    >
      <RadioGroup
        {...form.field("reasonCode", "つながらなかった理由")}
        requirement="required"
        options={notHelpedReasons.map((value) => ({ value, label: referralMessages.endReasons[value] }))}
      />
      <TextArea
        {...form.field("reasonText", referralMessages.fields.reasonText)}
        requirement="optional"
        rows={3}
        limit={1000}
        support="「その他」のときは、かならず書いてください。"
      />
      <Effect isFinal>
        市の担当職員に理由を知らせます。この方の情報は、すぐに見られなくなります。30日のあいだは、再開できます。
      </Effect>
    </CommandFormShell>
  );
};
