import { UnacceptReferral } from "@tsunagari/domain/referral";
import { CommandFormShell } from "@tsunagari/portal";
import { TextArea } from "@tsunagari/ui";
import { client, drafts } from "../../client.ts";
import { Effect } from "./effect.tsx";
import { useReferral } from "./referral-context.tsx";
import { useReferralForm } from "./use-referral-form.ts";

/** Takes a yes back, before the first contact. */
export const UnacceptForm = () => {
  const { referral } = useReferral();
  const form = useReferralForm({
    schema: UnacceptReferral,
    defaultValues: { referralId: referral.id, version: referral.version, note: "" },
    send: (input) => client.referral.unaccept.mutate({ ...input, version: referral.version }),
    draft: { api: drafts, form: "referralUnaccepting", subject: referral.id, referralId: referral.id },
    done: () => "受け入れを取り消しました。あらためて、返事をお願いします",
  });
  return (
    <CommandFormShell form={form} submitLabel="受け入れを取り消す" pendingLabel="取り消しています…" variant="danger">
      <TextArea
        {...form.field("note", "取り消すわけ")}
        requirement="required"
        rows={3}
        limit={1000}
        support="担当職員に伝わります。一言でかまいません。"
      />
      <Effect isFinal>
        呼び名や連絡先などは、すぐに見られなくなります。受け入れ枠は1人分戻ります。新しい期限までに、もう一度返事をお願いします。
      </Effect>
    </CommandFormShell>
  );
};
