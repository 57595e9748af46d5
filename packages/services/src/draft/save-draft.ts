import { draft } from "@tsunagari/db/schema";
import { draftExpiresAt, SaveDraft } from "@tsunagari/domain/draft";
import { defineCommand, demandOne, newId, sealForCity } from "../kernel/index.ts";
import { draftPlace } from "./place.ts";
import { demandWriter } from "./writer.ts";

/**
 * Keeps what a form holds so far; the last saving counts, and starts the 14 days anew (D-31). About what the writer may
 * not read the fence keeps nothing.
 */
export const saveDraft = defineCommand({
  action: "draft.save",
  input: SaveDraft,
  run: async ({ tx, keys, actor, municipalityId, input, now }) => {
    const { form, subject, caseId, personId, referralId } = input;
    const about = { caseId, personId, referralId };
    const userId = demandWriter(actor);
    const ciphertext = sealForCity(
      keys,
      JSON.stringify(input.content),
      draftPlace({ municipalityId, userId, form, subject }),
    );
    const times = { savedAt: now, expiresAt: draftExpiresAt(now) };
    const { id } = demandOne(
      await tx
        .insert(draft)
        .values({ municipalityId, id: newId<"draft">(), userId, form, subject, ...about, ciphertext, ...times })
        .onConflictDoUpdate({
          target: [draft.municipalityId, draft.userId, draft.form, draft.subject],
          set: { ...about, ciphertext, ...times },
        })
        .returning({ id: draft.id }),
    );
    return { id, subjects: [] };
  },
});
