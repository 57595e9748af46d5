import { and, eq, type Tx } from "@tsunagari/db";
import { implementationPlan, planReviewBody } from "@tsunagari/db/schema";
import type { CivilDate } from "@tsunagari/domain";
import { AddPlan, ChangePlan, type ChangeValues, type Frequency } from "@tsunagari/domain/municipality";
import type { z } from "zod";
import { defineCommand, demandFound, demandOne, demandVersion, fail, newId } from "../kernel/index.ts";
import { loadBodyNames } from "./bodies.ts";
import { recordChange } from "./history.ts";
import { lockRow } from "./lock-row.ts";
import { loadPlans } from "./plans.ts";

type Scope = { readonly tx: Tx; readonly municipalityId: string };
type Plan = Omit<z.output<typeof AddPlan>, "requestId">;

const columnsOf = ({ title, edition, fromFiscalYear, toFiscalYear, parentTitle, reviewFrequency }: Plan) => ({
  title,
  edition,
  fromFiscalYear,
  toFiscalYear,
  parentTitle,
  reviewFrequency: reviewFrequency?.kind ?? null,
  reviewTimes: reviewFrequency?.times ?? null,
});

type Shown = Omit<Plan, "reviewFrequency" | "reviewBodyIds"> & {
  readonly reviewFrequency: Frequency | null;
  readonly reviewBodyIds: readonly string[];
};

const valuesOf = (plan: Shown, names: ReadonlyMap<string, string>): ChangeValues => ({
  title: plan.title,
  edition: plan.edition,
  fromFiscalYear: plan.fromFiscalYear,
  toFiscalYear: plan.toFiscalYear,
  parentTitle: plan.parentTitle,
  reviewFrequency: plan.reviewFrequency?.kind ?? null,
  times: plan.reviewFrequency?.times ?? null,
  reviewBodies: plan.reviewBodyIds.flatMap((id) => names.get(id) ?? []),
});

const demandBodies = async (scope: Scope, ids: readonly string[], today: CivilDate) => {
  const names = await loadBodyNames(scope, ids, today);
  if (names.size === ids.length) return names;
  return fail("invalid_input", "municipality.unknown_body", {
    fields: [{ path: "reviewBodyIds", code: "not_a_choice" }],
  });
};

const insertBodies = async ({ tx, municipalityId }: Scope, planId: string, bodyIds: readonly string[]) => {
  if (bodyIds.length === 0) return;
  await tx
    .insert(planReviewBody)
    .values(bodyIds.map((meetingBodyId) => ({ municipalityId, id: newId<"planReviewBody">(), planId, meetingBodyId })));
};

/** Adds a plan with its fiscal years (C-15); whether it is current follows from the day. */
export const addPlan = defineCommand({
  action: "municipality.addPlan",
  input: AddPlan,
  load: ({ municipalityId }) => Promise.resolve({ municipalityId }),
  run: async (step) => {
    const { tx, municipalityId, input } = step;
    const names = await demandBodies(step, input.reviewBodyIds, step.today);
    const id = newId<"plan">();
    await tx.insert(implementationPlan).values({ municipalityId, id, ...columnsOf(input) });
    await insertBodies(step, id, input.reviewBodyIds);
    return recordChange(step, {
      action: "municipality.addPlan",
      kind: "plan",
      id,
      subject: input.title,
      before: null,
      after: valuesOf(input, names),
    });
  },
});

/** Corrects a plan: its title, its years, who reviews it. */
export const changePlan = defineCommand({
  action: "municipality.changePlan",
  input: ChangePlan,
  load: (step) => lockRow(step, implementationPlan, step.input.planId),
  run: async (step) => {
    const { tx, municipalityId, input, today } = step;
    const { planId } = input;
    const row = demandFound((await loadPlans(step)).find(({ id }) => id === planId));
    demandVersion(row.version, input.version);
    const names = await demandBodies(step, input.reviewBodyIds, today);
    demandOne(
      await tx
        .update(implementationPlan)
        .set({ ...columnsOf(input), version: row.version + 1 })
        .where(and(eq(implementationPlan.municipalityId, municipalityId), eq(implementationPlan.id, planId)))
        .returning({ id: implementationPlan.id }),
    );
    const formerNames = await loadBodyNames(step, row.reviewBodyIds, today);
    await tx
      .delete(planReviewBody)
      .where(and(eq(planReviewBody.municipalityId, municipalityId), eq(planReviewBody.planId, planId)));
    await insertBodies(step, planId, input.reviewBodyIds);
    return recordChange(step, {
      action: "municipality.changePlan",
      kind: "plan",
      id: planId,
      subject: row.title,
      before: valuesOf(row, formerNames),
      after: valuesOf(input, names),
    });
  },
});
