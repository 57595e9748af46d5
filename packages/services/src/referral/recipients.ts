import { sql } from "@tsunagari/db";
import type { NoticeKind } from "@tsunagari/domain/notice";
import { notify } from "../notice/index.ts";
import type { MoveStep } from "./move.ts";
import type { ReferralScope } from "./rows.ts";

/** Who works on the case today; a partner is given ids and nothing about them. */
const senderUserIds = async ({ tx }: ReferralScope, referralId: string): Promise<string[]> => {
  const rows = await tx.execute<{ id: string }>(
    sql`select t.id from app.referral_sender_user_ids(${referralId}::uuid) as t(id)`,
  );
  return rows.map((row) => row.id);
};

type Told = { readonly kind: NoticeKind; readonly referralId: string; readonly onceKey?: string };
const once = (told: Told) => (told.onceKey === undefined ? {} : { onceKey: told.onceKey });

/** Tells the sending side: the coordinators of the case. */
export const tellSenders = async (step: MoveStep, told: Told): Promise<void> => {
  const userIds = await senderUserIds(step, told.referralId);
  await notify(step, { kind: told.kind, subjectId: told.referralId, to: { userIds }, ...once(told) });
};

/** Tells the receivers of the organization. */
export const tellReceivers = async (step: MoveStep, organizationId: string, told: Told): Promise<void> => {
  const to = { organizationId, roles: ["referralReceiver"] as const };
  await notify(step, { kind: told.kind, subjectId: told.referralId, to, ...once(told) });
};
