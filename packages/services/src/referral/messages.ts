import { and, asc, eq } from "@tsunagari/db";
import { referralMessage } from "@tsunagari/db/schema";
import { holdsPlace, type PacketStep, type ReferralStatus } from "@tsunagari/domain/referral";
import type { Instant } from "@tsunagari/domain";
import { newId, sealText, userIdOf, fail } from "../kernel/index.ts";
import type { MoveStep } from "./move.ts";
import { openReferralText, type ReferralKey } from "./person-key.ts";
import type { ReferralScope } from "./rows.ts";

/** What is open while a message is written; text of step 2 closes again where acceptance is taken back (D-39). */
export const messageStepOf = (status: ReferralStatus): PacketStep => (holdsPlace(status) ? 2 : 1);

type NewMessage = {
  readonly referralId: string;
  readonly held: ReferralKey;
  readonly step: PacketStep;
  readonly text: string;
};

/** Adds a question or an answer; it changes no state and stops no clock. */
export const addMessage = async (step: MoveStep, message: NewMessage): Promise<void> => {
  const { tx, actor, municipalityId, now } = step;
  const id = newId<"referralMessage">();
  await tx.insert(referralMessage).values({
    municipalityId,
    id,
    referralId: message.referralId,
    personId: message.held.personId,
    authorKind: actor.kind,
    authorUserId: userIdOf(actor) ?? fail("forbidden", "kernel.forbidden"),
    step: message.step,
    sentAt: now,
    ciphertext: sealText(message.held.key, message.text, {
      table: "referral_message",
      column: "ciphertext",
      municipalityId,
      rowId: id,
    }),
  });
};

export type MessageLine = {
  readonly id: string;
  readonly author: "staff" | "partner";
  readonly sentAt: Instant;
  readonly text: string;
};

/** The messages the actor may read, oldest first. */
export const readMessages = async (
  { tx, municipalityId }: ReferralScope,
  referralId: string,
  held: ReferralKey | null,
): Promise<readonly MessageLine[]> => {
  const rows = await tx
    .select()
    .from(referralMessage)
    .where(and(eq(referralMessage.municipalityId, municipalityId), eq(referralMessage.referralId, referralId)))
    .orderBy(asc(referralMessage.sentAt), asc(referralMessage.id));
  return rows.flatMap((row) => {
    const text = openReferralText(held, row.ciphertext, {
      table: "referral_message",
      column: "ciphertext",
      municipalityId,
      rowId: row.id,
    });
    const author = row.authorKind === "partner" ? ("partner" as const) : ("staff" as const);
    return text === null ? [] : [{ id: row.id, author, sentAt: row.sentAt, text }];
  });
};
