import type { Instant } from "../kernel/index.ts";

/** Where a mail stands. */
export const mailStates = ["waiting", "sent", "failed"] as const;
export type MailState = (typeof mailStates)[number];

/**
 * Why a mail did not go. Codes of ours: the words of a mail server hold addresses.
 * `unreachable` no answer or a broken connection · `refused_for_now` a 4xx answer · `refused` a 5xx answer ·
 * `refused_recipient` the address is not taken · `sign_in_refused` the server does not take our login ·
 * `no_encryption` the server offers none where we ask for it ·
 * `no_recipient` the account is stopped · `superseded` a newer mail takes its place · `unreadable` its text does not open.
 */
export const mailFailures = [
  "unreachable",
  "refused_for_now",
  "refused",
  "refused_recipient",
  "sign_in_refused",
  "no_encryption",
  "no_recipient",
  "superseded",
  "unreadable",
] as const;
export type MailFailure = (typeof mailFailures)[number];

/** These do not change by waiting. */
const final: readonly MailFailure[] = ["no_recipient", "superseded", "unreadable"];

/** How often a mail is tried before somebody must look at it. */
export const mailAttempts = 8;

/** How long the text of a mail that was sent stays readable. */
export const mailTextDays = 30;
/** A link in a mail is worthless after this; its text goes even where it was never sent. */
export const linkMailTextDays = 7;

const minute = 60_000;
const longestWait = 12 * 60 * minute;

/** When a mail that failed for the `attempts`th time is tried again: 1, 5, 25 … minutes later; null where it is left. */
export const nextMailAttempt = (attempts: number, failure: MailFailure, now: Instant): Instant | null =>
  attempts >= mailAttempts || final.includes(failure)
    ? null
    : new Date(now.getTime() + Math.min(5 ** (attempts - 1) * minute, longestWait));

/** Where a mail stands, from its row. */
export const mailStateOf = (mail: {
  readonly sentAt: Instant | null;
  readonly failedAt: Instant | null;
}): MailState => {
  if (mail.sentAt !== null) return "sent";
  return mail.failedAt === null ? "waiting" : "failed";
};

/** Mails that carry a link of their own; it is shown to nobody but their addressee. */
export const linkMailTemplates = ["identity.invitation", "identity.passwordReset"] as const;
/** Whether mails of this template carry a link that is their addressee's alone. */
export const isLinkMail = (template: string): boolean => linkMailTemplates.some((name) => name === template);
