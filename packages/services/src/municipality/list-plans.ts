import { ListPlans, planStatusOn, planYears } from "@tsunagari/domain/municipality";
import { defineQuery } from "../kernel/index.ts";
import { loadBodyNames } from "./bodies.ts";
import { loadPlans } from "./plans.ts";

/** The plans of the city with how each stands on a day (G-32, G-35, G-50). */
export const listPlans = defineQuery({
  action: "municipality.listPlans",
  input: ListPlans,
  run: async (step) => {
    const { actor, municipalityId, input, today, may } = step;
    const on = input.on ?? today;
    const plans = await loadPlans(step);
    const isStaff = actor.kind === "staff" || actor.kind === "worker";
    // Bodies are the city's own matter: others are told of the plan alone.
    const names = isStaff
      ? await loadBodyNames(
          step,
          plans.flatMap(({ reviewBodyIds }) => reviewBodyIds),
          on,
        )
      : new Map<string, string>();
    return {
      on,
      plans: plans.map(({ reviewBodyIds, ...plan }) => ({
        ...plan,
        years: planYears(plan),
        status: planStatusOn(plan, on),
        reviewBodies: reviewBodyIds.flatMap((id) => {
          const name = names.get(id);
          return name === undefined ? [] : [{ id, name }];
        }),
      })),
      abilities: {
        addPlan: may("municipality.addPlan", { municipalityId }),
        changePlan: may("municipality.changePlan", { municipalityId }),
      },
    };
  },
});
