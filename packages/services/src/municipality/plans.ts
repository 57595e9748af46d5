import { asc, desc, eq, type Tx } from "@tsunagari/db";
import { implementationPlan, planReviewBody } from "@tsunagari/db/schema";
import { frequencyKinds, type Frequency } from "@tsunagari/domain/municipality";
import { literalOf } from "../kernel/index.ts";

type Scope = { readonly tx: Tx; readonly municipalityId: string };

/** The plans of the city with the bodies that review them, the newest period first. */
export const loadPlans = async ({ tx, municipalityId }: Scope) => {
  const rows = await tx
    .select()
    .from(implementationPlan)
    .where(eq(implementationPlan.municipalityId, municipalityId))
    .orderBy(desc(implementationPlan.fromFiscalYear), asc(implementationPlan.id));
  const bodies = await tx
    .select({ planId: planReviewBody.planId, bodyId: planReviewBody.meetingBodyId })
    .from(planReviewBody)
    .where(eq(planReviewBody.municipalityId, municipalityId))
    .orderBy(asc(planReviewBody.id));
  return rows.map(({ reviewFrequency, reviewTimes, municipalityId: _city, ...row }) => {
    const frequency: Frequency | null =
      reviewFrequency === null ? null : { kind: literalOf(frequencyKinds, reviewFrequency), times: reviewTimes };
    return {
      ...row,
      reviewFrequency: frequency,
      reviewBodyIds: bodies.filter(({ planId }) => planId === row.id).map(({ bodyId }) => bodyId),
    };
  });
};
