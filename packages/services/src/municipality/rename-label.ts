import { and, desc, eq } from "@tsunagari/db";
import { label } from "@tsunagari/db/schema";
import { civilDateOf } from "@tsunagari/domain";
import { canRenameFrom, RenameLabel } from "@tsunagari/domain/municipality";
import { labelText } from "@tsunagari/messages";
import { defineCommand, demandOne, demandVersion, fail, newId } from "../kernel/index.ts";
import { recordChange } from "./history.ts";

/** Gives a new name from a day on; the one before ends the day before and stays true for its time. */
export const renameLabel = defineCommand({
  action: "municipality.renameLabel",
  input: RenameLabel,
  load: async ({ tx, municipalityId, input }) => {
    await tx
      .select({ id: label.id })
      .from(label)
      .where(and(eq(label.municipalityId, municipalityId), eq(label.key, input.key)))
      .for("update");
    return { municipalityId };
  },
  run: async (step) => {
    const { tx, municipalityId, input } = step;
    const [last] = await tx
      .select()
      .from(label)
      .where(and(eq(label.municipalityId, municipalityId), eq(label.key, input.key)))
      .orderBy(desc(label.sinceOn))
      .limit(1);
    demandVersion(last?.version ?? 0, input.version);
    const since = last ? { sinceOn: civilDateOf(last.sinceOn), untilOn: null } : null;
    if (!canRenameFrom(since, input.sinceOn)) return fail("invalid_state", "municipality.label_before_current");
    if (last && (last.untilOn === null || last.untilOn > input.sinceOn)) {
      demandOne(
        await tx
          .update(label)
          .set({ untilOn: input.sinceOn, version: last.version + 1 })
          .where(and(eq(label.municipalityId, municipalityId), eq(label.id, last.id)))
          .returning({ id: label.id }),
      );
    }
    const id = newId<"label">();
    await tx.insert(label).values({
      municipalityId,
      id,
      key: input.key,
      text: input.text,
      sinceOn: input.sinceOn,
      // Counts on through the names of one key, so that who saw an older one is stopped.
      version: input.version + 1,
    });
    return recordChange(step, {
      action: "municipality.renameLabel",
      kind: "label",
      id,
      subject: input.key,
      before: { text: last?.text ?? labelText(input.key) },
      after: { text: input.text, sinceOn: input.sinceOn },
    });
  },
});
