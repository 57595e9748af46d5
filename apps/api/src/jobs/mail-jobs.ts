import { newId } from "@tsunagari/services/kernel";
import { deliverMail, discardMailTexts, type Mailer } from "@tsunagari/services/notice";
import type { Job } from "./schedule.ts";

/** The jobs of the outbox. Without a mail server nothing is sent, and mails stay there to be seen. */
export const mailJobs = (mailer: Mailer | null): readonly Job[] => [
  {
    name: "notice.deliver-mail",
    cron: "* * * * *",
    run: (context) => (mailer === null ? Promise.resolve() : deliverMail(context, mailer)),
  },
  {
    name: "notice.discard-mail-texts",
    cron: "40 3 * * *",
    run: (context) => discardMailTexts.execute(context, { requestId: newId<"request">() }),
  },
];
