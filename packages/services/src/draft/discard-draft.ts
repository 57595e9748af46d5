import { and, eq, sql } from "@tsunagari/db";
import { draft } from "@tsunagari/db/schema";
import { DiscardDraft } from "@tsunagari/domain/draft";
import { defineCommand } from "../kernel/index.ts";
import { demandWriter } from "./writer.ts";

/** Throws one's own draft away, after the form was sent or given up. Where there is none, nothing happens. */
export const discardDraft = defineCommand({
  action: "draft.discard",
  input: DiscardDraft,
  run: async ({ tx, actor, municipalityId, input }) => {
    const userId = demandWriter(actor);
    const [gone] = await tx
      .delete(draft)
      .where(
        and(
          eq(draft.municipalityId, municipalityId),
          eq(draft.userId, userId),
          eq(draft.form, input.form),
          eq(draft.subject, input.subject),
        ),
      )
      .returning({ id: draft.id });
    // After a refusal the packet is closed, and what the form held is hidden from its writer already.
    if (!gone) await tx.execute(sql`select app.end_closed_draft(${input.form}, ${input.subject})`);
    return { id: gone?.id ?? userId, subjects: [] };
  },
});
