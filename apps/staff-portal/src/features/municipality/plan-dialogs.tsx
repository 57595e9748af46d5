import { AddPlan, ChangePlan, type FrequencyKind } from "@tsunagari/domain/municipality";
import { municipalityMessages } from "@tsunagari/messages";
import { useSession, type CommandForm } from "@tsunagari/portal";
import { fiscalYearOf } from "@tsunagari/domain/kernel";
import { CheckboxGroup, TextField } from "@tsunagari/ui";
import { z } from "zod";
import { client, drafts } from "../../client.ts";
import { EditDialog } from "./edit-dialog.tsx";
import { FrequencyFields } from "./frequency-fields.tsx";
import type { Body, Plan } from "./queries.ts";

const { actions, effects } = municipalityMessages;

type Review = { kind: FrequencyKind | ""; times: number | string | null };
type PlanValues = {
  requestId: string;
  title: string;
  edition: number | string | null;
  fromFiscalYear: number | string;
  toFiscalYear: number | string;
  parentTitle: string;
  reviewBodyIds: string[];
  reviewFrequency: Review;
};

const inputOf = ({ reviewFrequency, ...plan }: PlanValues) => {
  const { kind, times } = reviewFrequency;
  return { ...plan, reviewFrequency: kind === "" ? null : { kind, times } };
};

/** The command's own schema over what the form holds: a review that is not stated is none. */
const formSchema = (check: (values: PlanValues) => z.ZodSafeParseResult<unknown>) =>
  z.custom<PlanValues>().superRefine((values, context) => {
    for (const { path, message } of check(values).error?.issues ?? []) {
      context.addIssue({ code: "custom", path: [...path], message });
    }
  });

type Bodies = { readonly bodies: readonly Body[] };
type FieldsProps = Bodies & { readonly form: CommandForm<PlanValues> };

const PlanFields = ({ form, bodies }: FieldsProps) => (
  <>
    <TextField {...form.field("title", "計画の名前")} requirement="required" width="full" />
    <TextField
      {...form.field("edition", "第何期か")}
      requirement="optional"
      width="short"
      inputMode="numeric"
      unit="期"
    />
    <TextField
      {...form.field("fromFiscalYear", "はじめの年度")}
      requirement="required"
      width="short"
      inputMode="numeric"
      unit="年度"
      support="西暦で入れてください。例：令和8年度は2026"
    />
    <TextField
      {...form.field("toFiscalYear", "終わりの年度")}
      requirement="required"
      width="short"
      inputMode="numeric"
      unit="年度"
    />
    <TextField {...form.field("parentTitle", "上位の計画")} requirement="optional" width="full" />
    {bodies.length === 0 ? null : (
      <CheckboxGroup
        {...form.field("reviewBodyIds", "見直す会議体")}
        requirement="optional"
        options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
      />
    )}
    <FrequencyFields
      kind={form.field("reviewFrequency.kind", "見直す回数")}
      times={form.field("reviewFrequency.times", "何回か")}
      chosen={form.form.watch("reviewFrequency.kind")}
      clearTimes={() => form.form.setValue("reviewFrequency.times", null)}
      emptyLabel="決めていない"
    />
  </>
);

const AddPlanForm = formSchema((values) => AddPlan.safeParse(inputOf(values)));

export const AddPlanDialog = ({ bodies }: Bodies) => {
  const { today } = useSession();
  const year = fiscalYearOf(today);
  return (
    <EditDialog<PlanValues>
      label={actions.addPlan}
      isMain
      title="計画を加えますか"
      effect={effects.addPlan}
      schema={AddPlanForm}
      defaultValues={{
        title: "",
        edition: "",
        fromFiscalYear: year,
        toFiscalYear: year + 4,
        parentTitle: "",
        reviewBodyIds: [],
        reviewFrequency: { kind: "", times: null },
      }}
      send={(values) => client.municipality.addPlan.mutate(inputOf(values))}
      draft={{ api: drafts, form: "plan", subject: "" }}
      submitLabel="加える"
      done="計画を加えました"
    >
      {(form) => <PlanFields form={form} bodies={bodies} />}
    </EditDialog>
  );
};

export const ChangePlanDialog = ({ plan, bodies }: Bodies & { readonly plan: Plan }) => {
  const identity = { planId: plan.id, version: plan.version };
  return (
    <EditDialog<PlanValues>
      label="直す"
      of={plan.title}
      title={`「${plan.title}」を直しますか`}
      effect={effects.changePlan}
      schema={formSchema((values) => ChangePlan.safeParse({ ...inputOf(values), ...identity }))}
      defaultValues={{
        title: plan.title,
        edition: plan.edition ?? "",
        fromFiscalYear: plan.fromFiscalYear,
        toFiscalYear: plan.toFiscalYear,
        parentTitle: plan.parentTitle ?? "",
        reviewBodyIds: plan.reviewBodies.map(({ id }) => id),
        reviewFrequency: plan.reviewFrequency ?? { kind: "", times: null },
      }}
      send={(values) => client.municipality.changePlan.mutate({ ...inputOf(values), ...identity })}
      draft={{ api: drafts, form: "plan", subject: plan.id }}
      submitLabel="直す"
      done="計画を直しました"
    >
      {(form) => <PlanFields form={form} bodies={bodies} />}
    </EditDialog>
  );
};
