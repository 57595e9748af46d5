import { useSuspenseQuery } from "@tanstack/react-query";
import { frequencyText, structureMessages } from "@tsunagari/messages";
import { Card, DescriptionList, EmptyState, Stack, StatusBadge, type StatusTone } from "@tsunagari/ui";
import { fiscalYearText } from "./dated-text.ts";
import { AddPlanDialog, ChangePlanDialog } from "./plan-dialogs.tsx";
import { bodiesOptions, plansOptions, type Body, type Plan } from "./queries.ts";
import { ReadOnlyNote } from "./read-only-note.tsx";

const tones: Record<Plan["status"], StatusTone> = { upcoming: "info", current: "success", expired: "warning" };

type CardProps = { readonly plan: Plan; readonly bodies: readonly Body[]; readonly canChange: boolean };

const PlanCard = ({ plan, bodies, canChange }: CardProps) => (
  <Card
    title={plan.edition === null ? plan.title : `${plan.title}（第${String(plan.edition)}期）`}
    aside={
      <span className="flex flex-wrap items-center gap-3">
        <StatusBadge tone={tones[plan.status]}>{structureMessages.planStatuses[plan.status]}</StatusBadge>
        {canChange ? <ChangePlanDialog plan={plan} bodies={bodies} /> : null}
      </span>
    }
  >
    {plan.status === "expired" ? <p>期間が終わっています。次の計画ができたら、加えてください。</p> : null}
    <DescriptionList
      isDense
      items={[
        {
          term: "期間",
          detail: `${fiscalYearText(plan.fromFiscalYear)}から${fiscalYearText(plan.toFiscalYear)}まで（${String(plan.years)}年間）`,
        },
        { term: "上位の計画", detail: plan.parentTitle },
        { term: "見直す会議体", detail: plan.reviewBodies.map(({ name }) => name).join("、") },
        { term: "見直す回数", detail: plan.reviewFrequency === null ? null : frequencyText(plan.reviewFrequency) },
      ]}
    />
  </Card>
);

/** The plans of the city; whether one is current follows from the day (C-15). */
export const PlansPanel = () => {
  const { data } = useSuspenseQuery(plansOptions());
  const { data: meetings } = useSuspenseQuery(bodiesOptions());
  return (
    <Stack>
      <ReadOnlyNote ability={data.abilities.addPlan} />
      {data.plans.length === 0 ? (
        <EmptyState title="計画がまだありません">
          実施計画の名前と期間を加えると、期間中かどうかがわかります。
        </EmptyState>
      ) : null}
      {data.plans.map((plan) => (
        <PlanCard key={plan.id} plan={plan} bodies={meetings.bodies} canChange={data.abilities.changePlan === true} />
      ))}
      {data.abilities.addPlan === true ? (
        <div>
          <AddPlanDialog bodies={meetings.bodies} />
        </div>
      ) : null}
    </Stack>
  );
};
