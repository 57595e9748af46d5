import { and, eq } from "@tsunagari/db";
import { userAccount } from "@tsunagari/db/schema";
import { createOneTimePassword, hashPassword } from "@tsunagari/auth";
import { IssuePassword } from "@tsunagari/domain/identity";
import type { z } from "zod";
import { defineCommand, demandOne, parseInput, type Command } from "../../kernel/index.ts";
import { oneTimePasswordExpiresAt } from "./one-time-password.ts";
import { loadUserForUpdate } from "../store.ts";

const issueWith = (passwordHash: string, onIssued: () => void) =>
  defineCommand({
    action: "identity.issuePassword",
    input: IssuePassword,
    load: ({ tx, municipalityId, input }) => loadUserForUpdate(tx, municipalityId, input.userId),
    run: async ({ tx, municipalityId, input, now }) => {
      demandOne(
        await tx
          .update(userAccount)
          .set({ passwordHash, passwordExpiresAt: oneTimePasswordExpiresAt(now), version: input.version + 1 })
          .where(
            and(
              eq(userAccount.municipalityId, municipalityId),
              eq(userAccount.id, input.userId),
              eq(userAccount.version, input.version),
            ),
          )
          .returning({ id: userAccount.id }),
      );
      onIssued();
      return { id: input.userId, subjects: [{ kind: "user", id: input.userId }] };
    },
  });

/** Replaces a forgotten password by a one-time password, given this once; every session of the user ends. */
export const issuePassword: Command<
  z.input<typeof IssuePassword>,
  { readonly id: string; readonly oneTimePassword: string | null }
> = {
  kind: "command",
  action: "identity.issuePassword",
  input: IssuePassword,
  execute: async (context, rawInput) => {
    parseInput(IssuePassword, rawInput);
    const password = createOneTimePassword();
    const passwordHash = await hashPassword(password);
    let isNew = false;
    const { id } = await issueWith(passwordHash, () => {
      isNew = true;
    }).execute(context, rawInput);
    return { id, oneTimePassword: isNew ? password : null };
  },
};
