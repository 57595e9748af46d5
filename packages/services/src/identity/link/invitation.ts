import { and, eq, inArray, isNull, type Tx } from "@tsunagari/db";
import { accountLink, outboxMail } from "@tsunagari/db/schema";
import { createLinkToken, linkHashOf, takeAttempt, type AttemptLimit } from "@tsunagari/auth";
import type { Instant } from "@tsunagari/domain";
import { linkValidSeconds, type LinkPurpose, type Portal } from "@tsunagari/domain/identity";
import { fail, layOutMail, newId, userIdOf, type Context, type KeyRing } from "../../kernel/index.ts";
import { cityNameOf, linkMailText, templateOf } from "./account-mail.ts";

const purpose: LinkPurpose = "invitation";

/** Enough for a department in an hour, too little to write to strangers in a city's name (d7). */
const invitationLimit: AttemptLimit = { attempts: 20, withinSeconds: 60 * 60 };

/** Counts an invitation of this administrator, whatever becomes of it. */
export const takeInvitation = async (context: Context): Promise<void> => {
  const key = `invitation:${userIdOf(context.actor) ?? context.actor.municipalityId ?? ""}`;
  const wait = await takeAttempt(context, key, invitationLimit);
  if (wait !== null) fail("limit", "identity.too_many_invitations", { retryAfterSeconds: wait });
};

type Step = { readonly tx: Tx; readonly keys: KeyRing; readonly municipalityId: string; readonly now: Instant };

const ofUser = ({ municipalityId }: Step, userId: string) =>
  and(eq(accountLink.municipalityId, municipalityId), eq(accountLink.userId, userId), eq(accountLink.purpose, purpose));

/** Takes the link away and keeps a mail that has not gone yet from going. True where there was one. */
export const voidInvitation = async (step: Step, userId: string): Promise<boolean> => {
  const { tx, municipalityId, now } = step;
  const gone = await tx.delete(accountLink).where(ofUser(step, userId)).returning({ id: accountLink.id });
  await tx
    .update(outboxMail)
    .set({ failedAt: now, failure: "superseded" })
    .where(
      and(
        eq(outboxMail.municipalityId, municipalityId),
        eq(outboxMail.userId, userId),
        eq(outboxMail.template, templateOf(purpose)),
        isNull(outboxMail.sentAt),
        isNull(outboxMail.failedAt),
      ),
    );
  return gone.length > 0;
};

/** A new link by mail; the one before is void. */
export const layInvitation = async (
  step: Step,
  account: { readonly userId: string; readonly portal: Portal },
): Promise<void> => {
  const { tx, municipalityId, now } = step;
  await voidInvitation(step, account.userId);
  const id = newId<"accountLink">();
  const token = createLinkToken();
  await tx.insert(accountLink).values({
    municipalityId,
    id,
    userId: account.userId,
    purpose,
    tokenHash: linkHashOf(token),
    createdAt: now,
    expiresAt: new Date(now.getTime() + linkValidSeconds[purpose] * 1000),
  });
  const cityName = await cityNameOf(tx, municipalityId);
  await layOutMail(step, {
    userId: account.userId,
    template: templateOf(purpose),
    onceKey: `${templateOf(purpose)}:${id}`,
    text: linkMailText(purpose, { portal: account.portal, cityName, token }),
  });
};

/** Until when the invitations of these users can be used, past ones too; by user id. */
export const loadInvitations = async (
  tx: Tx,
  municipalityId: string,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, Instant>> => {
  if (userIds.length === 0) return new Map();
  const rows = await tx
    .select({ userId: accountLink.userId, expiresAt: accountLink.expiresAt })
    .from(accountLink)
    .where(
      and(
        eq(accountLink.municipalityId, municipalityId),
        eq(accountLink.purpose, purpose),
        inArray(accountLink.userId, [...userIds]),
      ),
    );
  return new Map(rows.map((row) => [row.userId, row.expiresAt]));
};
