import { and, eq } from "@tsunagari/db";
import { referral, referralEvent } from "@tsunagari/db/schema";
import { transition, type Instant } from "@tsunagari/domain";
import { referralMachine, type ReferralEvent, type ReferralStatus } from "@tsunagari/domain/referral";
import { demandFound, demandOne, demandVersion, newId, userIdOf, type Subject } from "../kernel/index.ts";
import { findReferralKey, sealReferralText, type KeyedReferralScope } from "./person-key.ts";
import { settlePlace } from "./places.ts";
import { findRow, findSenderRow, referralStatusOf, referralWhere, type SharedRow } from "./rows.ts";

export type MoveStep = KeyedReferralScope & { readonly now: Instant };

/** What happened besides the moves of the machine. */
export type ReferralEventName = ReferralEvent | "moveConsent" | "recordPersonAnswer" | "confirmDestroyed";

type NewEvent = {
  readonly event: ReferralEventName;
  readonly from: ReferralStatus | null;
  readonly to: ReferralStatus | null;
  readonly note?: string | null;
};

/** Adds to the history both sides read. */
export const addEvent = async (step: MoveStep, referralId: string, happened: NewEvent): Promise<void> => {
  const { tx, actor, municipalityId, now } = step;
  const id = newId<"referralEvent">();
  const note = happened.note ?? null;
  const held = note === null ? null : await findReferralKey(step, referralId);
  await tx.insert(referralEvent).values({
    municipalityId,
    id,
    referralId,
    event: happened.event,
    fromStatus: happened.from,
    toStatus: happened.to,
    actorKind: actor.kind,
    userId: userIdOf(actor),
    at: now,
    noteCiphertext: sealReferralText(held, note, {
      table: "referral_event",
      column: "note_ciphertext",
      municipalityId,
      rowId: id,
    }),
  });
};

export type ReferralChanges = Partial<
  Omit<typeof referral.$inferInsert, "municipalityId" | "id" | "status" | "version">
>;
type Move = {
  readonly event: ReferralEvent;
  readonly changes?: ReferralChanges;
  readonly note?: string | null;
};

/** Moves a locked row: status, place of the activity, history. The database's guard looks at every move once more. */
export const moveRow = async (step: MoveStep, row: SharedRow, move: Move): Promise<ReferralStatus> => {
  const from = referralStatusOf(row);
  const to = transition("referral", referralMachine, { event: move.event, state: from });
  demandOne(
    await step.tx
      .update(referral)
      .set({ ...move.changes, status: to, version: row.version + 1 })
      .where(and(referralWhere(step.municipalityId, row.id), eq(referral.version, row.version)))
      .returning({ id: referral.id }),
  );
  await settlePlace(step, { activityId: row.activityId, from, to });
  await addEvent(step, row.id, { event: move.event, from, to, note: move.note ?? null });
  return to;
};

/** The row a command has loaded locked, with the version its form saw. */
export const getMovable = async (
  step: KeyedReferralScope,
  seen: { readonly referralId: string; readonly version?: number },
): Promise<SharedRow> => {
  const row = demandFound(await findRow(step, step.actor, seen.referralId));
  if (seen.version !== undefined) demandVersion(row.version, seen.version);
  return row;
};

/** What the audit entry of an act on a referral is about; a partner's entries name what the partner may know. */
export const subjectsOf = async (step: KeyedReferralScope, referralId: string): Promise<readonly Subject[]> => {
  if (step.actor.kind === "partner") {
    const held = await findReferralKey(step, referralId);
    return [{ kind: "referral", id: referralId, personId: held?.personId ?? null }];
  }
  const row = await findSenderRow(step, referralId);
  return [{ kind: "referral", id: referralId, caseId: row?.caseId ?? null, personId: row?.personId ?? null }];
};
