import { CompleteReferral, outcomeCodes } from "@tsunagari/domain/referral";
import { referralMessages } from "@tsunagari/messages";
import { CommandFormShell, useSession } from "@tsunagari/portal";
import { RadioGroup, TextArea } from "@tsunagari/ui";
import { client, drafts } from "../../client.ts";
import { clockText } from "./clock-text.ts";
import { Effect } from "./effect.tsx";
import { useReferral } from "./referral-context.tsx";
import { useReferralForm } from "./use-referral-form.ts";

const { fields, outcomes } = referralMessages;

/** Reports what was done and what became of it. */
export const CompleteForm = () => {
  const { referral } = useReferral();
  const { today } = useSession();
  const form = useReferralForm({
    schema: CompleteReferral,
    defaultValues: { referralId: referral.id, version: referral.version, serviceGiven: "", shareBack: "" },
    send: (input) => client.referral.complete.mutate({ ...input, version: referral.version }),
    draft: { api: drafts, form: "referralCompletion", subject: referral.id, referralId: referral.id },
    done: (fresh) => (fresh?.status === "completed" ? clockText(fresh, today) : "完了を報告しました"),
  });
  return (
    <CommandFormShell form={form} submitLabel="完了を報告する" pendingLabel="報告しています…">
      <RadioGroup
        {...form.field("outcomeCode", "どうなりましたか")}
        requirement="required"
        options={outcomeCodes.map((value) => ({ value, label: outcomes[value] }))}
      />
      <TextArea
        {...form.field("serviceGiven", fields.serviceGiven)}
        requirement="required"
        rows={4}
        limit={2000}
        support="例：毎週土曜の昼に、値札づけを一緒に行った。8回。"
      />
      <TextArea
        {...form.field("shareBack", fields.shareBack)}
        requirement="optional"
        rows={4}
        limit={2000}
        support="見えてきたご本人の様子や、これからの支援に役立つことです。ご本人が伝えてよいと言ったことだけを書きます。"
      />
      <Effect>
        市の担当職員に報告が届きます。この方の情報は、市の決めた日数（ふつうは30日）が過ぎると見られなくなります。ご本人の同意が先に終わるときは、その日までです。見られる最後の日は、報告のあとに表示します。
      </Effect>
    </CommandFormShell>
  );
};
