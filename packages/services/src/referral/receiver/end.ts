import { getMovable, moveRow, subjectsOf, type MoveStep, type ReferralChanges } from "../move.ts";
import { findReferralKey, sealReferralText, type ReferralText } from "../person-key.ts";
import { tellSenders } from "../recipients.ts";

type SealedColumn = Extract<ReferralText, { readonly table: "referral" }>["column"];
type Seal = (column: SealedColumn, text: string | null) => Buffer | null;

type Ending = {
  readonly event: "decline" | "markNotHelped" | "complete";
  readonly notice: "referral.declined" | "referral.not_helped" | "referral.completed";
  /** What is written down with it; texts sealed under the person's key. */
  readonly changes: (seal: Seal) => ReferralChanges;
};

/** Ends a referral from the receiving side and tells who sent it. */
export const endByReceiver = async (
  step: MoveStep,
  seen: { readonly referralId: string; readonly version: number },
  { event, notice, changes }: Ending,
) => {
  const { municipalityId, now } = step;
  const row = await getMovable(step, seen);
  // Who is concerned and the key are asked before the move: after it they are closed.
  const subjects = await subjectsOf(step, row.id);
  const held = await findReferralKey(step, row.id);
  const seal: Seal = (column, text) =>
    sealReferralText(held, text, { table: "referral", column, municipalityId, rowId: row.id });
  await moveRow(step, row, { event, changes: { endedAt: now, ...changes(seal) } });
  await tellSenders(step, { kind: notice, referralId: row.id });
  return { id: row.id, subjects };
};
