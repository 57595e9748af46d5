import { and, eq, inArray, isNotNull, lte, or } from "@tsunagari/db";
import { outboxMail } from "@tsunagari/db/schema";
import { DiscardMailTexts, linkMailTemplates, linkMailTextDays, mailTextDays } from "@tsunagari/domain/notice";
import { defineCommand } from "../kernel/index.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** Deletes the text of mails sent a month ago, and of links that are worthless by now; that they went stays known. */
export const discardMailTexts = defineCommand({
  action: "notice.discardMailTexts",
  input: DiscardMailTexts,
  run: async ({ tx, municipalityId, now }) => {
    const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs);
    await tx
      .update(outboxMail)
      .set({ ciphertext: null })
      .where(
        and(
          eq(outboxMail.municipalityId, municipalityId),
          isNotNull(outboxMail.ciphertext),
          or(
            lte(outboxMail.sentAt, daysAgo(mailTextDays)),
            and(
              inArray(outboxMail.template, [...linkMailTemplates]),
              lte(outboxMail.queuedAt, daysAgo(linkMailTextDays)),
            ),
          ),
        ),
      );
    return { id: municipalityId, subjects: [] };
  },
});
