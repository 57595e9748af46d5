import { and, eq } from "@tsunagari/db";
import { organizationTrait } from "@tsunagari/db/schema";
import { asId, type CivilDate } from "@tsunagari/domain";
import {
  CancelTrait,
  EndTrait,
  periodsOverlap,
  RecordTrait,
  type OrganizationTraitId,
  type TraitPeriod,
} from "@tsunagari/domain/organization";
import { defineCommand, demandFound, demandOne, demandVersion, fail, newId } from "../kernel/index.ts";
import { findTraits, lockFacts, type Scope } from "./store.ts";

/** Records as what the plan counts an organization, from a day on, be it before it was registered. */
export const recordTrait = defineCommand({
  action: "organization.recordTrait",
  input: RecordTrait,
  load: (step) => lockFacts(step, step.input.organizationId),
  run: async ({ tx, municipalityId, input: { requestId: _requestId, ...fields } }) => {
    const earlier = await findTraits({ tx, municipalityId }, fields.organizationId);
    if (earlier.some((row) => row.trait === fields.trait && periodsOverlap(row, fields))) {
      return fail("invalid_state", "organization.trait_overlaps");
    }
    const id = newId<"organizationTrait">();
    await tx.insert(organizationTrait).values({ municipalityId, id, ...fields });
    return { id, subjects: [{ kind: "organization", id: fields.organizationId }] };
  },
});

type TraitStep = Scope & { readonly input: { readonly traitId: OrganizationTraitId; readonly version: number } };

/** The facts of the organization a trait was recorded of, locked. */
const lockFactsOfTrait = async (step: TraitStep) => {
  const { tx, municipalityId, input } = step;
  const [row] = await tx
    .select({ organizationId: organizationTrait.organizationId })
    .from(organizationTrait)
    .where(and(eq(organizationTrait.municipalityId, municipalityId), eq(organizationTrait.id, input.traitId)));
  return row ? lockFacts(step, asId<"organization">(row.organizationId)) : null;
};

/** The trait the user saw, or `conflict`. */
const getSeenTrait = async (step: TraitStep, organizationId: string): Promise<TraitPeriod> => {
  const row = demandFound((await findTraits(step, organizationId)).find(({ id }) => id === step.input.traitId));
  demandVersion(row.version, step.input.version);
  return row;
};

const writeEnd = async ({ tx, municipalityId }: Scope, row: TraitPeriod, untilOn: CivilDate): Promise<void> => {
  demandOne(
    await tx
      .update(organizationTrait)
      .set({ untilOn, version: row.version + 1 })
      .where(
        and(
          eq(organizationTrait.municipalityId, municipalityId),
          eq(organizationTrait.id, row.id),
          eq(organizationTrait.version, row.version),
        ),
      )
      .returning({ id: organizationTrait.id }),
  );
};

/** Ends it: `untilOn` is the first day on which it is no longer counted. */
export const endTrait = defineCommand({
  action: "organization.endTrait",
  input: EndTrait,
  load: lockFactsOfTrait,
  run: async (step) => {
    const { facts, input } = step;
    const row = await getSeenTrait(step, facts.organizationId);
    if (row.untilOn !== null && row.untilOn <= input.untilOn) return fail("invalid_state", "organization.trait_ended");
    if (input.untilOn <= row.sinceOn) {
      return fail("invalid_input", "kernel.invalid_input", { fields: [{ path: "untilOn", code: "before_start" }] });
    }
    await writeEnd(step, row, input.untilOn);
    return { id: row.id, subjects: [{ kind: "organization", id: facts.organizationId }] };
  },
});

/** Takes back what was recorded by mistake: it is counted on no day any more, and its line stays. */
export const cancelTrait = defineCommand({
  action: "organization.cancelTrait",
  input: CancelTrait,
  load: lockFactsOfTrait,
  run: async (step) => {
    const { facts } = step;
    const row = await getSeenTrait(step, facts.organizationId);
    if (row.untilOn === row.sinceOn) return fail("invalid_state", "organization.trait_cancelled");
    await writeEnd(step, row, row.sinceOn);
    return { id: row.id, subjects: [{ kind: "organization", id: facts.organizationId }] };
  },
});
