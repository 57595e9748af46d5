import type { Tx } from "@tsunagari/db";
import type { Instant } from "@tsunagari/domain";
import type { Portal } from "@tsunagari/domain/identity";
import { identityMessages, secondFactorMessages } from "@tsunagari/messages";
import { layOutMail, newId, type KeyRing } from "../../kernel/index.ts";
import { cityNameOf } from "../link/account-mail.ts";

const { mails } = secondFactorMessages;

/**
 * Tells the owner of an account by mail that something opens it no more, or something new does: who did not do it
 * himself learns of it (ASVS 6.3.7).
 */
export const tellOfSecondFactor = async (
  step: { readonly tx: Tx; readonly keys: KeyRing; readonly municipalityId: string; readonly now: Instant },
  account: { readonly userId: string; readonly portal: Portal },
  what: keyof typeof mails,
): Promise<void> => {
  const { portal, userId } = account;
  const city = await cityNameOf(step.tx, step.municipalityId);
  await layOutMail(step, {
    userId,
    template: `identity.${what}`,
    onceKey: `identity.${what}:${newId<"once">()}`,
    text: {
      subject: mails[what].subject,
      body: mails[what].body(city, identityMessages.portals[portal], `/${portal}/account`),
    },
  });
};
