import { givenWithdrawReasons, WithdrawReferral } from "@tsunagari/domain/referral";
import { referralMessages } from "@tsunagari/messages";
import { FormDialog } from "@tsunagari/portal";
import { RadioGroup, TextArea } from "@tsunagari/ui";
import { client, drafts } from "../../client.ts";
import type { Referral } from "./queries.ts";

const { actions, endReasons, events, fields, withdrawEffects } = referralMessages;

/** Takes a draft or an open referral back. */
export const WithdrawDialog = ({ referral }: { readonly referral: Referral }) => {
  const isDraft = referral.status === "draft";
  return (
    <FormDialog
      ability={referral.abilities.withdraw}
      label={isDraft ? "この下書きをやめる" : actions.withdraw}
      variant={isDraft ? "text" : "secondary"}
      title={isDraft ? "この下書きをやめますか" : "このつなぎを取り下げますか"}
      effect={<p>{isDraft ? withdrawEffects.draft : withdrawEffects.open}</p>}
      schema={WithdrawReferral}
      defaultValues={{ referralId: referral.id, version: referral.version, note: "" }}
      send={(input) => client.referral.withdraw.mutate(input)}
      draft={{ api: drafts, form: "referralWithdrawal", subject: referral.id, referralId: referral.id }}
      submitLabel={actions.withdraw}
      isDangerous
      done={events.withdraw}
    >
      {(form) => (
        <>
          <RadioGroup
            {...form.field("reasonCode", fields.reasonCode)}
            requirement="required"
            options={givenWithdrawReasons.map((value) => ({ value, label: endReasons[value] }))}
          />
          <TextArea
            {...form.field("note", fields.note)}
            requirement="optional"
            rows={3}
            limit={1000}
            support="職員の記録に残ります。受入先には見えません。"
          />
        </>
      )}
    </FormDialog>
  );
};
