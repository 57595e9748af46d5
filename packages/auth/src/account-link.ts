import { randomBytes } from "node:crypto";
import { sql } from "@tsunagari/db";
import type { LinkPurpose, Portal } from "@tsunagari/domain/identity";
import { tokenHashOf } from "./adapter.ts";
import { beforeActor, type AuthSystem } from "./system.ts";

/** 256 random bits, as they stand behind the `#` of a link; the database holds their SHA-256 only. */
export const createLinkToken = (): string => randomBytes(32).toString("base64url");

/** What the database holds of a link. */
export const linkHashOf = (token: string): string => tokenHashOf(token);

/** A link with the mail that carries it and its entry in the audit; all three are written together, or none. */
export type NewLink = {
  readonly id: string;
  readonly municipalityId: string;
  readonly userId: string;
  readonly portal: Portal;
  readonly purpose: LinkPurpose;
  readonly validSeconds: number;
  readonly tokenHash: string;
  readonly mail: { readonly id: string; readonly template: string; readonly ciphertext: Buffer };
  readonly audit: { readonly id: string; readonly action: string };
};

/** Lays links and mails out where nobody is signed in; earlier links of the purpose are void. None is as much work. */
export const beginLinks = async (system: AuthSystem, links: readonly NewLink[]): Promise<void> => {
  const rows = links.map((link) => ({
    city: link.municipalityId,
    id: link.id,
    owner: link.userId,
    portal: link.portal,
    purpose: link.purpose,
    token: link.tokenHash,
    seconds: link.validSeconds,
    mail: link.mail.id,
    template: link.mail.template,
    ciphertext: link.mail.ciphertext.toString("hex"),
    audit: link.audit.id,
    action: link.audit.action,
  }));
  await beforeActor(system, (tx) => tx.execute(sql`select app.auth_links_begin(${JSON.stringify(rows)}::text::jsonb)`));
};

/** A link that can be used now, and whose it is. */
export type OpenLink = {
  readonly municipalityId: string;
  readonly citySlug: string;
  readonly cityName: string;
  readonly userId: string;
  readonly purpose: LinkPurpose;
  readonly mailCiphertext: Buffer;
  readonly expiresAt: Date;
};

type LinkRow = {
  municipality_id: string;
  slug: string;
  city: string;
  user_id: string;
  purpose: LinkPurpose;
  mail_ciphertext: Buffer;
  expires_at: string;
};

/** The link of a token shown at a portal, or null where it cannot be used; looking does not use it up. */
export const findLink = (
  system: AuthSystem,
  shown: { readonly portal: Portal; readonly token: string },
): Promise<OpenLink | null> =>
  beforeActor(system, async (tx) => {
    const [row] = await tx.execute<LinkRow>(
      sql`select * from app.auth_link(${linkHashOf(shown.token)}, ${shown.portal})`,
    );
    if (!row) return null;
    return {
      municipalityId: row.municipality_id,
      citySlug: row.slug,
      cityName: row.city,
      userId: row.user_id,
      purpose: row.purpose,
      mailCiphertext: row.mail_ciphertext,
      expiresAt: new Date(row.expires_at),
    };
  });

/**
 * Takes the link and sets the password: true for one of however many at once. Every session and every other link of the
 * account ends with it; second factors stay as they are (ASVS 6.4.3).
 */
export const useLink = async (
  system: AuthSystem,
  use: {
    readonly portal: Portal;
    readonly token: string;
    readonly passwordHash: string;
    readonly audit: NewLink["audit"];
    readonly mail: NewLink["mail"] | null;
  },
): Promise<boolean> => {
  const trace = {
    audit: use.audit.id,
    action: use.audit.action,
    mail: use.mail?.id ?? null,
    template: use.mail?.template ?? null,
    ciphertext: use.mail?.ciphertext.toString("hex") ?? null,
  };
  const [row] = await beforeActor(system, (tx) =>
    tx.execute<{ done: boolean }>(
      sql`select app.auth_link_use(${linkHashOf(use.token)}, ${use.portal}, ${use.passwordHash},
        ${JSON.stringify(trace)}::text::jsonb) as done`,
    ),
  );
  return row?.done === true;
};
