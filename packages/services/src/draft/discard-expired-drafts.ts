import { and, eq, lte, sql } from "@tsunagari/db";
import { draft } from "@tsunagari/db/schema";
import { DiscardExpiredDrafts } from "@tsunagari/domain/draft";
import { defineCommand } from "../kernel/index.ts";

/**
 * Deletes the city's drafts that nobody came back to, and those about what their writers may not read any more (consent
 * withdrawn, assignment ended, packet closed); for the worker, once a day.
 */
export const discardExpiredDrafts = defineCommand({
  action: "draft.discardExpired",
  input: DiscardExpiredDrafts,
  run: async ({ tx, municipalityId, now }) => {
    await tx.delete(draft).where(and(eq(draft.municipalityId, municipalityId), lte(draft.expiresAt, now)));
    await tx.execute(sql`select app.end_closed_drafts()`);
    return { id: municipalityId, subjects: [] };
  },
});
