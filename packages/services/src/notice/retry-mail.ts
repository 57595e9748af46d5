import { and, eq } from "@tsunagari/db";
import { outboxMail } from "@tsunagari/db/schema";
import { RetryMail } from "@tsunagari/domain/notice";
import { defineCommand, demandFound, demandOne, fail } from "../kernel/index.ts";

/** Lets a mail that was left be tried again, as often as a new one. */
export const retryMail = defineCommand({
  action: "notice.retryMail",
  input: RetryMail,
  run: async ({ tx, municipalityId, input }) => {
    const here = and(eq(outboxMail.municipalityId, municipalityId), eq(outboxMail.id, input.mailId));
    const [row] = await tx.select().from(outboxMail).where(here).for("update");
    const mail = demandFound(row);
    if (mail.failedAt === null || mail.failure === "superseded") return fail("invalid_state", "notice.mail_not_left");
    if (mail.ciphertext === null) return fail("invalid_state", "notice.mail_text_gone");
    demandOne(
      await tx
        .update(outboxMail)
        .set({ attempts: 0, nextAttemptAt: null, failedAt: null, failure: null })
        .where(here)
        .returning({ id: outboxMail.id }),
    );
    return { id: mail.id, subjects: [{ kind: "outboxMail", id: mail.id }] };
  },
});
