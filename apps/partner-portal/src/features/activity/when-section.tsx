import { weekdays } from "@tsunagari/domain/activity";
import { activityMessages } from "@tsunagari/messages";
import { FormDateField, type CommandForm } from "@tsunagari/portal";
import { RadioGroup, Select, TextField, TimeField } from "@tsunagari/ui";
import { useWatch } from "react-hook-form";
import { EditorSection } from "./editor-section.tsx";
import type { EditorValues } from "./editor-values.ts";
import { UpcomingDates } from "./upcoming-dates.tsx";

const { fields, scheduleFields, scheduleKinds, sections } = activityMessages;

type Props = { readonly form: CommandForm<EditorValues> };

const WeeklyFields = ({ form }: Props) => (
  <>
    <Select
      {...form.field("content.schedule.weekday", scheduleFields.weekday)}
      requirement="required"
      emptyLabel="選んでください"
      width="medium"
      options={weekdays.map((day) => ({ value: String(day), label: activityMessages.weekdays[day] }))}
    />
    <div className="grid gap-x-6 gap-y-7 sm:grid-cols-2">
      <TimeField {...form.field("content.schedule.fromTime", scheduleFields.fromTime)} requirement="required" />
      <TimeField
        {...form.field("content.schedule.toTime", scheduleFields.toTime)}
        requirement="required"
        support="始まる時刻より後の時刻を書きます"
      />
    </div>
    <FormDateField
      form={form}
      name="content.schedule.firstOn"
      label={scheduleFields.firstOn}
      requirement="required"
      support="この日か、この日のあとの最初の曜日から始まります。"
    />
    <FormDateField
      form={form}
      name="content.schedule.lastOn"
      label={scheduleFields.lastOn}
      requirement="optional"
      support="決まっていなければ、空けておきます。"
    />
    <UpcomingDates form={form} />
  </>
);

export const WhenSection = ({ form }: Props) => {
  const kind = useWatch({ control: form.form.control, name: "content.schedule.kind" });
  return (
    <EditorSection id="when" number={2} title={sections.when}>
      <RadioGroup
        {...form.field("content.schedule.kind", scheduleFields.kind)}
        requirement="required"
        options={[
          { value: "weekly", label: scheduleKinds.weekly, description: "例：毎週金曜日の夕方" },
          {
            value: "byAppointment",
            label: scheduleKinds.byAppointment,
            description: "連絡をもらってから、日にちや時間を決めます",
          },
        ]}
      />
      {kind === "weekly" ? <WeeklyFields form={form} /> : null}
      <TextField
        {...form.field("content.scheduleNote", fields.scheduleNote)}
        requirement="optional"
        width="full"
        autoComplete="off"
        support="例：17時30分から食べ始めます。お盆と年末年始は休みます。"
      />
    </EditorSection>
  );
};
