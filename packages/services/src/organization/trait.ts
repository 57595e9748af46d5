import { and, eq } from "@tsunagari/db";
import { organizationTrait } from "@tsunagari/db/schema";
import { asId } from "@tsunagari/domain";
import { EndTrait, periodsOverlap, RecordTrait } from "@tsunagari/domain/organization";
import { defineCommand, demandFound, demandOne, demandVersion, fail, newId } from "../kernel/index.ts";
import { findTraits, lockFacts } from "./store.ts";

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

/** Ends it: `untilOn` is the first day on which it is no longer counted. */
export const endTrait = defineCommand({
  action: "organization.endTrait",
  input: EndTrait,
  load: async (step) => {
    const { tx, municipalityId, input } = step;
    const [row] = await tx
      .select({ organizationId: organizationTrait.organizationId })
      .from(organizationTrait)
      .where(and(eq(organizationTrait.municipalityId, municipalityId), eq(organizationTrait.id, input.traitId)));
    return row ? lockFacts(step, asId<"organization">(row.organizationId)) : null;
  },
  run: async ({ tx, municipalityId, facts, input }) => {
    const traits = await findTraits({ tx, municipalityId }, facts.organizationId);
    const row = demandFound(traits.find(({ id }) => id === input.traitId));
    demandVersion(row.version, input.version);
    if (row.untilOn !== null && row.untilOn <= input.untilOn) return fail("invalid_state", "organization.trait_ended");
    if (input.untilOn <= row.sinceOn) {
      return fail("invalid_input", "kernel.invalid_input", { fields: [{ path: "untilOn", code: "before_start" }] });
    }
    demandOne(
      await tx
        .update(organizationTrait)
        .set({ untilOn: input.untilOn, version: row.version + 1 })
        .where(
          and(
            eq(organizationTrait.municipalityId, municipalityId),
            eq(organizationTrait.id, row.id),
            eq(organizationTrait.version, row.version),
          ),
        )
        .returning({ id: organizationTrait.id }),
    );
    return { id: row.id, subjects: [{ kind: "organization", id: facts.organizationId }] };
  },
});
