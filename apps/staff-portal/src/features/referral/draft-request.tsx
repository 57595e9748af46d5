import { Link } from "@tanstack/react-router";
import { contactWays, referralPurposes } from "@tsunagari/domain/referral";
import { consentMessages, reasonText, referralMessages } from "@tsunagari/messages";
import { dateText, eraDateText, FormDateField } from "@tsunagari/portal";
import { buttonStyle, Card, RadioGroup, type ChoiceOption } from "@tsunagari/ui";
import { useController } from "react-hook-form";
import type { DraftCommandForm } from "./draft-body.tsx";
import type { Draft } from "./draft-values.ts";
import { groupNames } from "./group-names.ts";
import type { ReferralChoices } from "./queries.ts";

type FieldsProps = { readonly form: DraftCommandForm; readonly draft: Draft };

const { fields } = referralMessages;

const grantOption = (grant: ReferralChoices["grants"][number]): ChoiceOption => ({
  value: grant.id,
  label: `${dateText(grant.givenOn)}の同意`,
  description: `伝えてよいこと：${groupNames(grant.dataGroups) || "なし"}`,
  ...(grant.state === "given" ? {} : { unavailableReason: `${consentMessages.statuses[grant.state]}のため選べません` }),
});

const ConsentChoice = ({ form, draft: { referral, choices } }: FieldsProps) => {
  const { field } = useController({ control: form.form.control, name: "consentGrantId" });
  const { error, id } = form.field("consentGrantId", fields.consentGrantId);
  const [first, ...others] = choices.grants;
  return (
    <Card
      title={fields.consentGrantId}
      id="consent"
      lead={`${referral.organizationName}を名指しした同意だけが選べます。`}
    >
      {first === undefined ? (
        <>
          <p>{reasonText("referral.consent_not_chosen")}この団体への同意は、まだ記録されていません。</p>
          <Link to="/cases/$caseId/consents" params={{ caseId: referral.case.id }} className={buttonStyle()}>
            同意を記録する
          </Link>
        </>
      ) : (
        <RadioGroup
          id={id}
          name={field.name}
          label="同意"
          requirement="required"
          error={error}
          value={field.value ?? ""}
          onChange={(event) => field.onChange(event.target.value)}
          onBlur={field.onBlur}
          options={[first, ...others].map(grantOption)}
        />
      )}
    </Card>
  );
};

/** What is asked of the other side, under which consent, and until when. */
export const RequestFields = ({ form, draft }: FieldsProps) => (
  <>
    <ConsentChoice form={form} draft={draft} />
    <Card title="お願いの内容" id="purpose">
      <RadioGroup
        {...form.field("purpose", fields.purpose)}
        requirement="required"
        options={referralPurposes.map((value) => ({ value, label: referralMessages.purposes[value] }))}
      />
      <RadioGroup
        {...form.field("contactWay", fields.contactWay)}
        requirement="required"
        support="本人の希望を聞いて選んでください。"
        options={contactWays.map((value) => ({ value, label: referralMessages.contactWays[value] }))}
      />
      <FormDateField
        form={form}
        name="dueOn"
        label={fields.dueOn}
        requirement="optional"
        support={`空欄のときは、選べるいちばん遅い日になります（今日送ると${eraDateText(draft.choices.latestDueOn)}）。それより早い日も選べます。`}
      />
    </Card>
  </>
);
