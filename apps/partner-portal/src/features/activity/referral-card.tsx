import { SetReferralCapacity } from "@tsunagari/domain/activity";
import { activityMessages } from "@tsunagari/messages";
import { FormDialog } from "@tsunagari/portal";
import { Card, DescriptionList, RadioGroup, TextField } from "@tsunagari/ui";
import { z } from "zod";
import { client } from "../../client.ts";
import { placesText } from "./looks.ts";
import type { Activity } from "./queries.ts";

type CapacityValues = {
  requestId: string;
  activityId: string;
  version: number;
  acceptsReferrals: string;
  referralCapacity: string;
};

const commandOf = ({ acceptsReferrals, ...rest }: CapacityValues) => ({
  ...rest,
  acceptsReferrals: acceptsReferrals === "yes",
});

const { actions, otherFields, referralChoices } = activityMessages;

type Props = { readonly activity: Activity };

const CapacityDialog = ({ activity }: Props) => (
  <FormDialog<CapacityValues, unknown>
    ability={activity.abilities.setReferralCapacity}
    label="受入と人数を変える"
    title={actions.setReferralCapacity}
    schema={z.preprocess(commandOf, SetReferralCapacity)}
    defaultValues={{
      activityId: activity.id,
      version: activity.version,
      acceptsReferrals: activity.acceptsReferrals ? "yes" : "no",
      referralCapacity: activity.referralCapacity?.toString() ?? "",
    }}
    send={(values) => client.activity.setReferralCapacity.mutate(commandOf(values))}
    submitLabel="決める"
    pendingLabel="保存しています…"
    done="つなぎの受入を決めました"
  >
    {(form) => (
      <>
        <RadioGroup
          {...form.field("acceptsReferrals", otherFields.acceptsReferrals)}
          requirement="required"
          options={[
            { value: "yes", label: referralChoices.yes },
            {
              value: "no",
              label: referralChoices.no,
              description: "今、受け入れている人のつなぎは、そのまま続きます。",
            },
          ]}
        />
        <TextField
          {...form.field("referralCapacity", otherFields.referralCapacity)}
          requirement="optional"
          width="short"
          inputMode="numeric"
          unit="名"
          support="空けておくと、人数の上限なしになります。"
        />
      </>
    )}
  </FormDialog>
);

/** Whether people are taken whom the city refers, and how many; changed at any time, without the city's approval (D-30). */
export const ReferralCard = ({ activity }: Props) => (
  <Card
    title={activityMessages.sections.referrals}
    lead="市の相談員から、参加してほしい人の相談が届くことです。いつでも変えられ、市の確認はいりません。"
  >
    <DescriptionList
      isDense
      items={[
        { term: "今の受入", detail: placesText(activity) },
        { term: "受け入れている人", detail: `${activity.referralPlacesTaken}名` },
      ]}
    />
    <CapacityDialog activity={activity} />
  </Card>
);
