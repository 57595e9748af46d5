import { StartReferral } from "@tsunagari/domain/referral";
import { referralMessages } from "@tsunagari/messages";
import { CommandFormShell, FormDateField, useSession } from "@tsunagari/portal";
import { client } from "../../client.ts";
import { Effect } from "./effect.tsx";
import { useReferral } from "./referral-context.tsx";
import { useReferralForm } from "./use-referral-form.ts";

/** Notes the first contact. */
export const StartForm = () => {
  const { referral } = useReferral();
  const { today } = useSession();
  const form = useReferralForm({
    schema: StartReferral,
    defaultValues: { referralId: referral.id, version: referral.version, firstContactOn: today },
    send: (input) => client.referral.start.mutate({ ...input, version: referral.version }),
    done: () => "最初の連絡を記録しました。「支援中」になりました",
  });
  return (
    <CommandFormShell form={form} submitLabel="最初の連絡を記録する" pendingLabel="記録しています…">
      <FormDateField
        form={form}
        name="firstContactOn"
        label={referralMessages.fields.firstContactOn}
        requirement="required"
        support="会えた日、または話ができた日です。今日までの日を入れます。"
      />
      <Effect>
        市の担当職員に、支援が始まったことを知らせます。
        {referral.status === "waitlisted"
          ? "同意のある情報が見られるようになり、受け入れ枠があるときは1人分を使います。"
          : "このあとは、受け入れを取り消せなくなります。"}
      </Effect>
    </CommandFormShell>
  );
};
