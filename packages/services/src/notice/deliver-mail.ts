import { and, asc, eq, inArray, isNull, lte, or, type Tx } from "@tsunagari/db";
import { outboxMail, userAccount } from "@tsunagari/db/schema";
import type { Instant } from "@tsunagari/domain";
import { isLinkMail, nextMailAttempt, type MailFailure } from "@tsunagari/domain/notice";
import { openUserMail } from "../identity/index.ts";
import { fail, inTransaction, openMail, readClock, type Context, type MailText } from "../kernel/index.ts";

/** A mail as it leaves the house. `key` is the same however often it is tried, and becomes its Message-ID. */
export type OutgoingMail = MailText & { readonly key: string; readonly to: string };

export type MailOutcome = "sent" | MailFailure;

/** Hands a mail to a mail server; tells why not, never with its words. Does not throw for what a server does. */
export type Mailer = { readonly send: (mail: OutgoingMail) => Promise<MailOutcome> };

/** A sender has a mail for itself this long; longer than any attempt can take. */
const leaseMinutes = 10;
const batchSize = 20;

type Claimed = {
  readonly id: string;
  readonly userId: string;
  readonly template: string;
  readonly attempts: number;
  readonly ciphertext: Buffer | null;
};
type Clock = { readonly municipalityId: string; readonly now: Instant };

const claimIn = async (tx: Tx, { municipalityId, now }: Clock): Promise<readonly Claimed[]> => {
  const due = await tx
    .select({
      id: outboxMail.id,
      userId: outboxMail.userId,
      template: outboxMail.template,
      attempts: outboxMail.attempts,
      ciphertext: outboxMail.ciphertext,
    })
    .from(outboxMail)
    .where(
      and(
        eq(outboxMail.municipalityId, municipalityId),
        isNull(outboxMail.sentAt),
        isNull(outboxMail.failedAt),
        or(isNull(outboxMail.nextAttemptAt), lte(outboxMail.nextAttemptAt, now)),
      ),
    )
    .orderBy(asc(outboxMail.queuedAt), asc(outboxMail.id))
    .limit(batchSize)
    .for("update", { skipLocked: true });
  for (const { id, attempts } of due) {
    await tx
      .update(outboxMail)
      .set({ attempts: attempts + 1, nextAttemptAt: new Date(now.getTime() + leaseMinutes * 60_000) })
      .where(and(eq(outboxMail.municipalityId, municipalityId), eq(outboxMail.id, id)));
  }
  return due.map((mail) => ({ ...mail, attempts: mail.attempts + 1 }));
};

const addressesOf = async (context: Context, tx: Tx, userIds: readonly string[]) => {
  if (userIds.length === 0) return new Map<string, string>();
  const rows = await tx
    .select({
      municipalityId: userAccount.municipalityId,
      id: userAccount.id,
      mailCiphertext: userAccount.mailCiphertext,
    })
    .from(userAccount)
    .where(
      and(
        eq(userAccount.municipalityId, context.actor.municipalityId ?? ""),
        inArray(userAccount.id, [...new Set(userIds)]),
        eq(userAccount.status, "active"),
      ),
    );
  return new Map(rows.map((row) => [row.id, openUserMail(context.keys, row)]));
};

const ownClaim = ({ actor }: Context, { id, attempts }: Claimed) =>
  and(
    eq(outboxMail.municipalityId, actor.municipalityId ?? ""),
    eq(outboxMail.id, id),
    eq(outboxMail.attempts, attempts),
    isNull(outboxMail.sentAt),
  );

const settle = (context: Context, mail: Claimed, outcome: MailOutcome): Promise<void> =>
  inTransaction(context, async (tx) => {
    const { now } = await readClock(tx);
    const retryAt = outcome === "sent" ? null : nextMailAttempt(mail.attempts, outcome, now);
    // A link has done its work; nobody need be able to read it again.
    const text = outcome === "sent" && isLinkMail(mail.template) ? { ciphertext: null } : {};
    const state =
      outcome === "sent"
        ? { sentAt: now, failure: null, nextAttemptAt: null, ...text }
        : { failure: outcome, nextAttemptAt: retryAt, failedAt: retryAt === null ? now : null };
    await tx
      .update(outboxMail)
      .set(state)
      // Where the lease ran out and another sender took it, that one's word counts; a link voided meanwhile stays so.
      .where(and(ownClaim(context, mail), outcome === "sent" ? undefined : isNull(outboxMail.failedAt)));
  });

/** Gives back what was claimed and not tried. */
const release = (context: Context, mails: readonly Claimed[]): Promise<void> =>
  inTransaction(context, async (tx) => {
    for (const mail of mails) {
      await tx
        .update(outboxMail)
        .set({ attempts: mail.attempts - 1, nextAttemptAt: null })
        .where(and(ownClaim(context, mail), isNull(outboxMail.failedAt)));
    }
  });

const textOf = ({ keys, actor, log }: Context, { id, ciphertext }: Claimed): MailText | null => {
  const municipalityId = actor.municipalityId ?? "";
  if (ciphertext === null) return null;
  try {
    return openMail(keys, { municipalityId, id, ciphertext });
  } catch {
    log("mail.unreadable", { municipalityId });
    return null;
  }
};

const sendOne = async (
  context: Context,
  mailer: Mailer,
  letter: { readonly mail: Claimed; readonly to: string | undefined },
): Promise<MailOutcome> => {
  const { mail, to } = letter;
  if (to === undefined) return "no_recipient";
  const text = textOf(context, mail);
  return text === null ? "unreadable" : mailer.send({ ...text, to, key: mail.id });
};

const claim = (context: Context, municipalityId: string) =>
  inTransaction(context, async (tx) => {
    const { now } = await readClock(tx);
    const claimed = await claimIn(tx, { municipalityId, now });
    const userIds = claimed.map(({ userId }) => userId);
    return { claimed, addresses: await addressesOf(context, tx, userIds) };
  });

/** Nobody there: the others would only wait for the same. */
const isServerAway = (outcome: MailOutcome): boolean =>
  outcome === "unreachable" || outcome === "sign_in_refused" || outcome === "no_encryption";

/**
 * Sends what waits and is due, for the worker of one city. A mail is claimed and given back in transactions of their own:
 * no transaction waits for a mail server. Killed in between, it is tried again after its lease under the same
 * Message-ID, so one that reached the server before can be told from a new one (threat 26). The address is looked up now:
 * who was stopped since gets nothing.
 */
export const deliverMail = async (
  context: Context,
  mailer: Mailer,
): Promise<{ readonly sent: number; readonly failed: number }> => {
  if (context.actor.kind !== "worker") return fail("forbidden", "notice.clock_only");
  const { municipalityId } = context.actor;
  const count = { sent: 0, failed: 0 };
  for (;;) {
    const { claimed, addresses } = await claim(context, municipalityId);
    for (const [index, mail] of claimed.entries()) {
      const outcome = await sendOne(context, mailer, { mail, to: addresses.get(mail.userId) });
      await settle(context, mail, outcome);
      count[outcome === "sent" ? "sent" : "failed"] += 1;
      if (outcome !== "sent") context.log("mail.not_sent", { municipalityId, reason: outcome, attempt: mail.attempts });
      if (isServerAway(outcome)) {
        await release(context, claimed.slice(index + 1));
        return count;
      }
    }
    if (claimed.length < batchSize) return count;
  }
};
