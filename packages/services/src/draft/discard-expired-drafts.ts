import { and, eq, lte } from "@tsunagari/db";
import { draft } from "@tsunagari/db/schema";
import { DiscardExpiredDrafts } from "@tsunagari/domain/draft";
import { defineCommand } from "../kernel/index.ts";

/** Deletes the city's drafts that nobody came back to; for the worker, once a day. */
export const discardExpiredDrafts = defineCommand({
  action: "draft.discardExpired",
  input: DiscardExpiredDrafts,
  run: async ({ tx, municipalityId, now }) => {
    await tx.delete(draft).where(and(eq(draft.municipalityId, municipalityId), lte(draft.expiresAt, now)));
    return { id: municipalityId, subjects: [] };
  },
});
