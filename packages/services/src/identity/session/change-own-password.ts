import { and, eq } from "@tsunagari/db";
import { userAccount } from "@tsunagari/db/schema";
import { accountLimit, clearAttempts, hashPassword, takeAttempt, verifyPassword } from "@tsunagari/auth";
import { ChangeOwnPassword } from "@tsunagari/domain/identity";
import type { z } from "zod";
import {
  defineCommand,
  demandOne,
  fail,
  inTransaction,
  parseInput,
  userIdOf,
  type Command,
  type Context,
} from "../../kernel/index.ts";
import { tellOfPasswordChange } from "../link/account-mail.ts";
import { findUser, loadUserForUpdate } from "../store.ts";

type Change = {
  /** The hash the current password was tried against, before the transaction. */
  readonly triedHash: string | null;
  readonly isCurrent: boolean;
  /** Whether the current password is one its owner has chosen; else there is nobody to warn. */
  readonly wasOwn: boolean;
  readonly newHash: string;
};

const changeWith = ({ triedHash, isCurrent, wasOwn, newHash }: Change) =>
  defineCommand({
    action: "identity.changeOwnPassword",
    input: ChangeOwnPassword,
    load: ({ tx, municipalityId, actor }) => loadUserForUpdate(tx, municipalityId, userIdOf(actor) ?? ""),
    run: async ({ tx, keys, municipalityId, facts, now }) => {
      if (!isCurrent || triedHash === null) return fail("forbidden", "identity.wrong_current_password");
      const { id, version, portal } = facts.user;
      demandOne(
        await tx
          .update(userAccount)
          .set({ passwordHash: newHash, passwordExpiresAt: null, version: version + 1 })
          .where(
            and(
              eq(userAccount.municipalityId, municipalityId),
              eq(userAccount.id, id),
              eq(userAccount.passwordHash, triedHash),
            ),
          )
          .returning({ id: userAccount.id }),
      );
      if (wasOwn) await tellOfPasswordChange({ tx, keys, municipalityId, now }, { userId: id, portal });
      return { id, subjects: [{ kind: "user", id }] };
    },
  });

const currentPassword = (context: Context, userId: string): Promise<Pick<Change, "triedHash" | "wasOwn">> =>
  inTransaction(context, async (tx) => {
    const row = await findUser(tx, context.actor.municipalityId ?? "", userId);
    return { triedHash: row?.passwordHash ?? null, wasOwn: row?.passwordExpiresAt === null };
  });

/**
 * Changes one's own password; the current one is asked for and guesses are counted. Every session of the user ends,
 * this one too: whoever else was signed in is out, and the new password is tried at once.
 */
export const changeOwnPassword: Command<z.input<typeof ChangeOwnPassword>> = {
  kind: "command",
  action: "identity.changeOwnPassword",
  input: ChangeOwnPassword,
  execute: async (context, rawInput) => {
    const input = parseInput(ChangeOwnPassword, rawInput);
    const userId = userIdOf(context.actor);
    if (userId === null) return fail("forbidden", "identity.signed_in_only");
    const key = `password:${userId}`;
    const wait = await takeAttempt(context, key, accountLimit);
    if (wait !== null) return fail("limit", "identity.too_many_attempts", { retryAfterSeconds: wait });
    const { triedHash, wasOwn } = await currentPassword(context, userId);
    const isCurrent = await verifyPassword(triedHash, input.currentPassword);
    const newHash = isCurrent ? await hashPassword(input.newPassword) : "";
    const answer = await changeWith({ triedHash, isCurrent, wasOwn, newHash }).execute(context, rawInput);
    await clearAttempts(context, key);
    return answer;
  },
};
