import { readFile } from "node:fs/promises";
import type { Mailer, MailOutcome, OutgoingMail } from "@tsunagari/services/notice";
import { createTransport } from "nodemailer";
import type { MailSettings } from "./mail-settings.ts";

/** Together well below the time a sender has a mail for itself. */
const timeouts = { dnsTimeout: 10_000, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

const passwordOf = async ({ password, passwordFile }: MailSettings): Promise<string> =>
  passwordFile === null ? (password ?? "") : (await readFile(passwordFile, "utf8")).trim();

const codeOf = (error: unknown, name: "code" | "responseCode"): unknown =>
  error instanceof Error && name in error ? Reflect.get(error, name) : undefined;

/** What a failure means, from codes only: the words of a server hold addresses. */
export const failureOf = (error: unknown): MailOutcome => {
  const code = codeOf(error, "code");
  const answer = codeOf(error, "responseCode");
  if (code === "EAUTH" || code === "ENOAUTH") return "sign_in_refused";
  if (code === "ETLS") return "no_encryption";
  if (typeof answer === "number" && answer >= 400 && answer < 500) return "refused_for_now";
  if (code === "EENVELOPE") return "refused_recipient";
  return typeof answer === "number" && answer >= 500 ? "refused" : "unreachable";
};

/** No control character reaches a header, whatever a text was made of (ASVS 1.3.11). */
const oneLine = (text: string): string => text.replaceAll(/\p{Cc}+/gu, " ");

/** A path of ours on a line of its own becomes an address. */
const withAddresses = (body: string, origins: MailSettings["origins"]): string =>
  body.replaceAll(
    /^\/(?:staff|partner)(?=\/)/gmu,
    (path) => `${path === "/staff" ? origins.staff : origins.partner}${path}`,
  );

const messageOf = (mail: OutgoingMail, { from, origins }: MailSettings) => ({
  from,
  // Taken as an address, never read as a list of them.
  to: { name: "", address: oneLine(mail.to) },
  subject: oneLine(mail.subject),
  text: withAddresses(mail.body, origins),
  // The same for every attempt, so that one that arrived twice can be told from two.
  messageId: `<${mail.key}@${from.address.split("@").at(-1) ?? "localhost"}>`,
  // No line of a link is broken by a server or a reader on the way.
  textEncoding: "base64" as const,
  headers: { "Auto-Submitted": "auto-generated" },
  disableFileAccess: true,
  disableUrlAccess: true,
});

/** Hands mails to the mail server of the settings, one connection each. */
export const openSmtpMailer = async (settings: MailSettings): Promise<Mailer> => {
  const { host, port, tls, user } = settings;
  const transport = createTransport({
    host,
    port,
    secure: tls === "implicit",
    requireTLS: tls === "starttls",
    ignoreTLS: tls === "none",
    ...(user === null ? {} : { auth: { user, pass: await passwordOf(settings) } }),
    ...timeouts,
  });
  return {
    send: async (mail) => {
      try {
        await transport.sendMail(messageOf(mail, settings));
        return "sent";
      } catch (error) {
        return failureOf(error);
      }
    },
  };
};
