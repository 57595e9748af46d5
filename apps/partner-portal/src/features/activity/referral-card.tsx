import { SetReferralCapacity } from "@tsunagari/domain/activity";
import { activityMessages } from "@tsunagari/messages";
import { announce, CommandDialog, CommandFormShell, useCommandForm } from "@tsunagari/portal";
import { Button, Card, DescriptionList, RadioGroup, TextField } from "@tsunagari/ui";
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

type FormProps = { readonly activity: Activity; readonly close: () => void };

const CapacityForm = ({ activity, close }: FormProps) => {
  const form = useCommandForm<CapacityValues, unknown>({
    schema: z.preprocess(commandOf, SetReferralCapacity),
    defaultValues: {
      activityId: activity.id,
      version: activity.version,
      acceptsReferrals: activity.acceptsReferrals ? "yes" : "no",
      referralCapacity: activity.referralCapacity?.toString() ?? "",
    },
    send: (values) => client.activity.setReferralCapacity.mutate(commandOf(values)),
    onDone: () => {
      close();
      announce("つなぎの受入を決めました");
    },
  });
  return (
    <CommandFormShell
      form={form}
      submitLabel="決める"
      pendingLabel="保存しています…"
      cancel={
        <Button size="large" onClick={close}>
          やめる
        </Button>
      }
    >
      <RadioGroup
        {...form.field("acceptsReferrals", otherFields.acceptsReferrals)}
        requirement="required"
        options={[
          { value: "yes", label: referralChoices.yes },
          { value: "no", label: referralChoices.no, description: "今、受け入れている人のつなぎは、そのまま続きます。" },
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
    </CommandFormShell>
  );
};

/** Whether people are taken whom the city refers, and how many; changed at any time, without the city's approval (D-30). */
export const ReferralCard = ({ activity }: { readonly activity: Activity }) => (
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
    <CommandDialog
      ability={activity.abilities.setReferralCapacity}
      label="受入と人数を変える"
      title={actions.setReferralCapacity}
    >
      {(close) => <CapacityForm activity={activity} close={close} />}
    </CommandDialog>
  </Card>
);
