import { eq, type Tx } from "@tsunagari/db";
import { municipality } from "@tsunagari/db/schema";
import type { Instant } from "@tsunagari/domain";
import type { LinkPurpose, Portal } from "@tsunagari/domain/identity";
import { identityMessages } from "@tsunagari/messages";
import { layOutMail, newId, type KeyRing, type MailText } from "../../kernel/index.ts";

type AccountMail = LinkPurpose | "passwordChanged";

/** What a mail of an account is called in the outbox. */
export const templateOf = (mail: AccountMail): string => `identity.${mail}`;

const { mails, portals } = identityMessages;

/**
 * The token stands behind `#`: a browser sends that part to nobody, so it is in no log, no `Referer` and no proxy, and a
 * scanner that opens the address learns and uses up nothing.
 */
export const linkMailText = (
  purpose: LinkPurpose,
  link: { readonly portal: Portal; readonly cityName: string; readonly token: string },
): MailText => ({
  subject: mails[purpose].subject(portals[link.portal]),
  body: mails[purpose].body(link.cityName, portals[link.portal], `/${link.portal}/set-password#${link.token}`),
});

/** Told to the owner of an account whose password has changed, with the way to take it back. */
export const passwordChangedText = (portal: Portal, cityName: string): MailText => ({
  subject: mails.passwordChanged.subject(),
  body: mails.passwordChanged.body(cityName, portals[portal], `/${portal}/forgot-password`),
});

/** The name of the city, as mails give it. */
export const cityNameOf = async (tx: Tx, municipalityId: string): Promise<string> => {
  const [city] = await tx
    .select({ name: municipality.name })
    .from(municipality)
    .where(eq(municipality.id, municipalityId));
  return city?.name ?? "";
};

/** Lays out the mail that tells of a changed password. */
export const tellOfPasswordChange = async (
  step: { readonly tx: Tx; readonly keys: KeyRing; readonly municipalityId: string; readonly now: Instant },
  account: { readonly userId: string; readonly portal: Portal },
): Promise<void> => {
  const template = templateOf("passwordChanged");
  await layOutMail(step, {
    userId: account.userId,
    template,
    onceKey: `${template}:${newId<"once">()}`,
    text: passwordChangedText(account.portal, await cityNameOf(step.tx, step.municipalityId)),
  });
};
