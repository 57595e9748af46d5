import { z } from "zod";

/** How mail leaves the house; null where none does and mails stay in the outbox. */
export type MailSettings = {
  readonly host: string;
  readonly port: number;
  /** From the first byte (smtps), or after a greeting in clear (STARTTLS), or not at all. */
  readonly tls: "implicit" | "starttls" | "none";
  readonly user: string | null;
  readonly password: string | null;
  readonly passwordFile: string | null;
  readonly from: { readonly name: string; readonly address: string };
  /** Where the paths in mails lead, by portal. */
  readonly origins: Readonly<Record<"staff" | "partner", string>>;
};

const isServer = (text: string): boolean => URL.canParse(text) && /^smtps?:$/u.test(new URL(text).protocol);
const isOrigin = (text: string): boolean =>
  URL.canParse(text) && new URL(text).origin === text && /^https?:/u.test(text);

/** A line break in a name or an address would begin another header (ASVS 1.3.11). */
const senderPattern =
  /^(?:(?<name>[^\p{Cc}<>"]{1,80}) )?<?(?<address>[^\s@<>"',;:\\\p{Cc}]+@[^\s@<>"',;:\\\p{Cc}]+)>?$/u;

const Origin = z.string().refine(isOrigin, { error: "must be an origin such as https://staff.example.jp" }).optional();

/** The variables of mail, for the environment of the program. */
export const mailVariables = {
  /** `smtps://user:password@host:465` or `smtp://host:587`; or the parts below. */
  SMTP_URL: z.string().refine(isServer, { error: "must begin with smtp:// or smtps://" }).optional(),
  SMTP_HOST: z.string().min(1).optional(),
  SMTP_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  SMTP_USER: z.string().min(1).optional(),
  SMTP_PASSWORD_FILE: z.string().min(1).optional(),
  /** `none` only for a mail server on this very machine or behind a tunnel of one's own. */
  SMTP_TLS: z.enum(["implicit", "starttls", "none"]).optional(),
  MAIL_FROM: z
    .string()
    .refine((text) => senderPattern.test(text), { error: "must be an address, or a name and <address>" })
    .optional(),
  STAFF_ORIGIN: Origin,
  PARTNER_ORIGIN: Origin,
} as const;

const Variables = z.object(mailVariables);
type Variables = z.output<typeof Variables>;

type Server = Pick<MailSettings, "host" | "port" | "tls" | "user" | "password">;

const isLoopback = (host: string): boolean => ["localhost", "127.0.0.1", "[::1]", "::1"].includes(host);

const serverOf = (given: Variables): Server | null => {
  if (given.SMTP_URL === undefined) {
    if (given.SMTP_HOST === undefined) return null;
    const tls =
      given.SMTP_TLS ?? (given.SMTP_PORT === 465 ? "implicit" : isLoopback(given.SMTP_HOST) ? "none" : "starttls");
    const port = given.SMTP_PORT ?? (tls === "implicit" ? 465 : 587);
    return { host: given.SMTP_HOST, port, tls, user: given.SMTP_USER ?? null, password: null };
  }
  const url = new URL(given.SMTP_URL);
  const tls =
    given.SMTP_TLS ?? (url.protocol === "smtps:" ? "implicit" : isLoopback(url.hostname) ? "none" : "starttls");
  return {
    host: url.hostname.replace(/^\[|\]$/gu, ""),
    port: url.port === "" ? (tls === "implicit" ? 465 : 587) : Number(url.port),
    tls,
    user: url.username === "" ? (given.SMTP_USER ?? null) : decodeURIComponent(url.username),
    password: url.password === "" ? null : decodeURIComponent(url.password),
  };
};

/** What the variables say together. Throws with the name of what is missing, never with a value. */
export const mailSettingsOf = (given: Variables, origins: readonly string[]): MailSettings | null => {
  const server = serverOf(given);
  if (server === null) return null;
  const sender = senderPattern.exec(given.MAIL_FROM ?? "")?.groups;
  if (sender === undefined) throw new Error("The environment is not complete.\nMAIL_FROM: is missing");
  const [first = ""] = origins;
  return {
    ...server,
    passwordFile: given.SMTP_PASSWORD_FILE ?? null,
    from: { name: (sender["name"] ?? "").trim(), address: sender["address"] ?? "" },
    origins: { staff: given.STAFF_ORIGIN ?? first, partner: given.PARTNER_ORIGIN ?? first },
  };
};
