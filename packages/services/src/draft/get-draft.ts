import { and, eq, gt, sql } from "@tsunagari/db";
import { draft } from "@tsunagari/db/schema";
import { civilDateAt } from "@tsunagari/domain";
import { GetDraft, type Draft, type DraftContent } from "@tsunagari/domain/draft";
import { defineQuery, openForCity } from "../kernel/index.ts";
import { draftPlace } from "./place.ts";
import { demandWriter } from "./writer.ts";

/** The runtime fact: only `saveDraft` writes this column, and what it writes has passed `SaveDraft`. */
const contentOf = (json: string): DraftContent => JSON.parse(json) as DraftContent;

/**
 * One's own draft of a form, or null where none is kept. One about what its writer may not read any more is hidden by
 * the fence, and destroyed on this occasion.
 */
export const getDraft = defineQuery({
  action: "draft.get",
  input: GetDraft,
  run: async ({ tx, keys, actor, municipalityId, input, now }): Promise<Draft | null> => {
    const { form, subject } = input;
    const userId = demandWriter(actor);
    const [row] = await tx
      .select()
      .from(draft)
      .where(
        and(
          eq(draft.municipalityId, municipalityId),
          eq(draft.userId, userId),
          eq(draft.form, form),
          eq(draft.subject, subject),
          gt(draft.expiresAt, now),
        ),
      );
    if (!row) {
      await tx.execute(sql`select app.end_closed_draft(${form}, ${subject})`);
      return null;
    }
    const content = contentOf(openForCity(keys, row.ciphertext, draftPlace({ municipalityId, userId, form, subject })));
    return { content, savedAt: row.savedAt, keptUntilOn: civilDateAt(row.expiresAt) };
  },
});
