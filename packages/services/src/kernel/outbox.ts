import type { Tx } from "@tsunagari/db";
import { outboxMail } from "@tsunagari/db/schema";
import type { Instant } from "@tsunagari/domain";
import { z } from "zod";
import { openForCity, sealForCity } from "./city-text.ts";
import type { KeyRing } from "./key-ring.ts";
import { newId } from "./uuid.ts";

/*
 * Mail is laid out in the transaction of what it tells of, and sent later by the worker. Its text is under the city's
 * key; a path of ours stands on a line of its own and becomes an address when it is sent.
 */
const MailText = z.object({ subject: z.string(), body: z.string() });
export type MailText = Readonly<z.output<typeof MailText>>;

const place = (municipalityId: string, rowId: string) => ({
  table: "outbox_mail",
  column: "ciphertext",
  municipalityId,
  rowId,
});

/** The id of a new mail and its text as it is stored. */
export const sealMail = (
  keys: KeyRing,
  municipalityId: string,
  text: MailText,
): { readonly id: string; readonly ciphertext: Buffer } => {
  const id = newId<"outboxMail">();
  const { subject, body } = text;
  return { id, ciphertext: sealForCity(keys, JSON.stringify({ subject, body }), place(municipalityId, id)) };
};

/** The text of a mail from its row. */
export const openMail = (
  keys: KeyRing,
  row: { readonly municipalityId: string; readonly id: string; readonly ciphertext: Buffer },
): MailText => MailText.parse(JSON.parse(openForCity(keys, row.ciphertext, place(row.municipalityId, row.id))));

/** Lays a mail out to go; the same `onceKey` lays it out once. */
export const layOutMail = async (
  step: { readonly tx: Tx; readonly keys: KeyRing; readonly municipalityId: string; readonly now: Instant },
  mail: {
    readonly userId: string;
    readonly template: string;
    readonly onceKey: string;
    readonly text: MailText;
  },
): Promise<void> => {
  const { tx, keys, municipalityId, now } = step;
  const { userId, template, onceKey, text } = mail;
  await tx
    .insert(outboxMail)
    .values({ municipalityId, ...sealMail(keys, municipalityId, text), userId, template, onceKey, queuedAt: now })
    .onConflictDoNothing();
};
