import { and, eq } from "@tsunagari/db";
import { platformParticipant } from "@tsunagari/db/schema";
import { asId } from "@tsunagari/domain";
import { EndParticipant } from "@tsunagari/domain/platform";
import { defineCommand, demandFound, demandOne, demandVersion, fail } from "../kernel/index.ts";
import { findFacts, type Scope } from "./store.ts";

const isIt = ({ municipalityId }: Scope, id: string) =>
  and(eq(platformParticipant.municipalityId, municipalityId), eq(platformParticipant.id, id));

/** Ends it today; the past stays counted. The name of a person goes with him: nothing needs it any more. */
export const endParticipant = defineCommand({
  action: "platform.endParticipant",
  input: EndParticipant,
  load: async (step) => {
    const wanted = isIt(step, step.input.participantId);
    // The fence lets only those who run platforms lock it; to others an agency is there, and the policy says why not.
    await step.tx.select({ id: platformParticipant.id }).from(platformParticipant).where(wanted).for("update");
    const [row] = await step.tx
      .select({ platformId: platformParticipant.platformId })
      .from(platformParticipant)
      .where(wanted);
    return row ? findFacts(step, asId<"platform">(row.platformId), null) : null;
  },
  run: async ({ tx, municipalityId, input, today }) => {
    const wanted = isIt({ tx, municipalityId }, input.participantId);
    const [found] = await tx.select().from(platformParticipant).where(wanted);
    const row = demandFound(found);
    demandVersion(row.version, input.version);
    if (row.untilOn !== null) return fail("invalid_state", "platform.participant_ended");
    const untilOn = row.sinceOn > today ? row.sinceOn : today;
    demandOne(
      await tx
        .update(platformParticipant)
        .set({ untilOn, nameCiphertext: null, version: row.version + 1 })
        .where(wanted)
        .returning({ id: platformParticipant.id }),
    );
    return { id: row.id, subjects: [{ kind: "platform", id: row.platformId }] };
  },
});
