import { AskOnReferral } from "@tsunagari/domain/referral";
import { CommandFormShell } from "@tsunagari/portal";
import { TextArea } from "@tsunagari/ui";
import { client, drafts } from "../../client.ts";
import { useReferral } from "./referral-context.tsx";
import { useReferralForm } from "./use-referral-form.ts";

/** Asks the staff; it changes no state and stops no clock (D-39). */
export const AskForm = () => {
  const { referral } = useReferral();
  const isBefore = referral.status === "sent" || referral.status === "waitlisted";
  const form = useReferralForm({
    schema: AskOnReferral,
    defaultValues: { referralId: referral.id, text: "" },
    send: (input) => client.referral.ask.mutate(input),
    draft: { api: drafts, form: "referralMessage", subject: referral.id, referralId: referral.id },
    done: () => "市の担当職員に送りました。返事が来たら、お知らせに出ます",
  });
  return (
    <CommandFormShell form={form} submitLabel="担当職員に送る" pendingLabel="送っています…">
      <TextArea
        {...form.field("text", "質問や相談したいこと")}
        requirement="required"
        rows={4}
        limit={1000}
        support={
          isBefore
            ? "どなたのことかわからないまま、やりとりします。送っても、返事の期限は変わりません。"
            : "困っていること、確かめたいことを、そのままお書きください。"
        }
      />
    </CommandFormShell>
  );
};
