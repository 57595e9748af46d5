import { AcceptReferral } from "@tsunagari/domain/referral";
import { referralMessages } from "@tsunagari/messages";
import { CommandFormShell, FormDateField, useSession } from "@tsunagari/portal";
import { TextField } from "@tsunagari/ui";
import { client, drafts } from "../../client.ts";
import { Effect } from "./effect.tsx";
import { useReferral } from "./referral-context.tsx";
import { useReferralForm } from "./use-referral-form.ts";

/** Says yes. */
export const AcceptForm = () => {
  const { referral } = useReferral();
  const { name } = useSession();
  const form = useReferralForm({
    schema: AcceptReferral,
    defaultValues: { referralId: referral.id, version: referral.version, contactPersonName: name, firstStepOn: "" },
    send: (input) => client.referral.accept.mutate({ ...input, version: referral.version }),
    draft: { api: drafts, form: "referralAcceptance", subject: referral.id, referralId: referral.id },
    done: () => "受け入れると答えました。同意のある情報が見られるようになりました",
  });
  return (
    <CommandFormShell form={form} submitLabel="受け入れると答える" pendingLabel="答えています…">
      <TextField
        {...form.field("contactPersonName", referralMessages.fields.contactPersonName)}
        requirement="required"
        width="medium"
        support="はじめにお会いする方のお名前です。ご本人と担当職員に伝わります。"
      />
      <FormDateField
        form={form}
        name="firstStepOn"
        label={referralMessages.fields.firstStepOn}
        requirement="required"
        support="見学や顔合わせの日です。あとで変わってもかまいません。"
      />
      <Effect>
        ご本人が同意した範囲で、呼び名・連絡先・気をつけることなどが、こちらの団体の受入担当に見られるようになります。受け入れ枠があるときは、1人分を使います。最初の連絡の前なら、取り消せます。
      </Effect>
    </CommandFormShell>
  );
};
