import { WaitlistReferral } from "@tsunagari/domain/referral";
import { CommandFormShell, FormDateField } from "@tsunagari/portal";
import { RadioGroup } from "@tsunagari/ui";
import { z } from "zod";
import { client } from "../../client.ts";
import { Effect } from "./effect.tsx";
import { useReferral } from "./referral-context.tsx";
import { useReferralForm } from "./use-referral-form.ts";

/** As the screen asks it: first whether a date is known at all. */
type WaitlistValues = Omit<z.input<typeof WaitlistReferral>, "expectedOn"> & { when: string; expectedOn: string };

const toCommand = ({ when, expectedOn, ...rest }: WaitlistValues): z.input<typeof WaitlistReferral> => ({
  ...rest,
  expectedOn: when === "known" ? expectedOn : "",
});

const WaitlistSchema = z
  .custom<WaitlistValues>()
  .superRefine((values, context) => {
    const missing =
      values.when === "" ? "when" : values.when === "known" && values.expectedOn === "" ? "expectedOn" : null;
    const message = missing === "when" ? "not_chosen" : "required";
    if (missing !== null) context.addIssue({ code: "custom", path: [missing], message });
  })
  .transform(toCommand)
  .pipe(WaitlistReferral);

/** Says «later», with a date or without. */
export const WaitlistForm = () => {
  const { referral } = useReferral();
  const wasAccepted = referral.status === "accepted";
  const form = useReferralForm<WaitlistValues>({
    schema: WaitlistSchema,
    defaultValues: { referralId: referral.id, version: referral.version, when: "", expectedOn: "" },
    send: (input) => client.referral.waitlist.mutate({ ...toCommand(input), version: referral.version }),
    done: () => "待ってもらうと答えました。見直す日が来たら、お知らせします",
  });
  const isKnown = form.form.watch("when") === "known";
  return (
    <CommandFormShell form={form} submitLabel="待ってもらうと答える" pendingLabel="答えています…">
      <RadioGroup
        {...form.field("when", "いつごろ受け入れられそうですか")}
        requirement="required"
        layout="row"
        options={[
          { value: "known", label: "だいたいの日がわかる" },
          { value: "unknown", label: "まだわからない" },
        ]}
      />
      {isKnown ? (
        <FormDateField form={form} name="expectedOn" label="受け入れられそうな日" requirement="required" />
      ) : null}
      <Effect>
        市の担当職員に、待ってもらうことを知らせます。
        {wasAccepted ? "呼び名や連絡先は見られなくなり、受け入れ枠は1人分戻ります。" : "受け入れ枠は使いません。"}
        空いたら、この画面から受け入れると答えられます。
      </Effect>
    </CommandFormShell>
  );
};
