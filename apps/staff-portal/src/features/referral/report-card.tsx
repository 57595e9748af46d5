import { personAnswers, RecordPersonAnswer } from "@tsunagari/domain/referral";
import { referralMessages } from "@tsunagari/messages";
import { eraDateText, FormDialog } from "@tsunagari/portal";
import { Card, DescriptionList, RadioGroup } from "@tsunagari/ui";
import { client } from "../../client.ts";
import type { Referral } from "./queries.ts";

const { actions, fields } = referralMessages;

const ProviderSide = ({ referral }: { readonly referral: Referral }) => (
  <section className="flex min-w-0 flex-col gap-2">
    <h3 className="text-std-16B-170">{referral.organizationName}の報告</h3>
    <DescriptionList
      isDense
      items={[
        {
          term: fields.outcomeCode,
          detail:
            referral.outcomeCode === null
              ? referralMessages.statuses[referral.status]
              : referralMessages.outcomes[referral.outcomeCode],
        },
        {
          term: fields.serviceGiven,
          detail: referral.serviceGiven && <span className="whitespace-pre-line">{referral.serviceGiven}</span>,
        },
        {
          term: fields.shareBack,
          detail: referral.shareBack && <span className="whitespace-pre-line">{referral.shareBack}</span>,
        },
      ]}
    />
  </section>
);

const PersonSide = ({ referral }: { readonly referral: Referral }) => (
  <section className="flex min-w-0 flex-col items-start gap-3">
    <h3 className="text-std-16B-170">本人の答え</h3>
    <p className={referral.personAnswer === null ? "text-solid-gray-700" : "text-std-18B-160"}>
      {referral.personAnswer === null ? "まだ聞いていません。" : referralMessages.personAnswers[referral.personAnswer]}
    </p>
    <p className="text-solid-gray-700">受入先の報告とは別に残り、互いに書き換わりません。受入先には見えません。</p>
    <FormDialog
      ability={referral.abilities.recordPersonAnswer}
      label={referral.personAnswer === null ? actions.recordPersonAnswer : "答えを改める"}
      title="このつなぎは役に立ちましたか"
      effect={<p>本人に聞いた答えを、そのまま選んでください。</p>}
      schema={RecordPersonAnswer}
      defaultValues={{
        referralId: referral.id,
        version: referral.version,
        ...(referral.personAnswer === null ? {} : { answer: referral.personAnswer }),
      }}
      send={(input) => client.referral.recordPersonAnswer.mutate(input)}
      submitLabel="記録する"
      done={referralMessages.events.recordPersonAnswer}
    >
      {(form) => (
        <RadioGroup
          {...form.field("answer", fields.answer)}
          requirement="required"
          options={personAnswers.map((value) => ({ value, label: referralMessages.personAnswers[value] }))}
        />
      )}
    </FormDialog>
  </section>
);

/** What became of it: the provider's words and the person's own, side by side. */
export const ReportCard = ({ referral }: { readonly referral: Referral }) => {
  if (referral.status !== "completed" && referral.status !== "not_helped") return null;
  return (
    <Card title="どうなったか">
      <div className="grid gap-6 md:grid-cols-2">
        <ProviderSide referral={referral} />
        <PersonSide referral={referral} />
      </div>
      {referral.followUpsOn.length === 0 ? null : (
        <p>そのあとの様子を聞く日：{referral.followUpsOn.map(eraDateText).join("、")}</p>
      )}
    </Card>
  );
};
