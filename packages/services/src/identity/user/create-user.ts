import { and, eq, type Tx } from "@tsunagari/db";
import { userAccount } from "@tsunagari/db/schema";
import { createOneTimePassword, hashPassword } from "@tsunagari/auth";
import { CreateUser } from "@tsunagari/domain/identity";
import type { z } from "zod";
import { defineCommand, fail, newId, parseInput, type Command } from "../../kernel/index.ts";
import { sealUser } from "../names.ts";
import { oneTimePasswordExpiresAt } from "./one-time-password.ts";
import { loadScopeNames } from "../store.ts";

/** Refuses a department or organization the city does not have. */
export const demandBelonging = async (tx: Tx, municipalityId: string, user: CreateUser): Promise<void> => {
  const scopes = [
    ...(user.departmentId === null ? [] : [{ kind: "department" as const, id: user.departmentId }]),
    ...(user.organizationId === null ? [] : [{ kind: "organization" as const, id: user.organizationId }]),
  ];
  const known = await loadScopeNames(tx, municipalityId, scopes);
  if (known.size !== scopes.length) fail("invalid_state", "identity.belongs_nowhere");
};

/** Refuses an address that has an account in this portal of the city already. */
export const demandFreeMail = async (
  tx: Tx,
  account: { readonly municipalityId: string; readonly portal: string; readonly mailHmac: Buffer },
): Promise<void> => {
  const [taken] = await tx
    .select({ id: userAccount.id })
    .from(userAccount)
    .where(
      and(
        eq(userAccount.municipalityId, account.municipalityId),
        eq(userAccount.kind, account.portal),
        eq(userAccount.mailHmac, account.mailHmac),
      ),
    );
  if (taken) fail("conflict", "identity.mail_taken");
};

const createWith = (passwordHash: string, onCreated: () => void) =>
  defineCommand({
    action: "identity.createUser",
    input: CreateUser,
    run: async ({ tx, keys, municipalityId, input, now }) => {
      const mailHmac = keys.mailHmac(input.mail);
      await demandBelonging(tx, municipalityId, input);
      await demandFreeMail(tx, { municipalityId, portal: input.portal, mailHmac });
      const id = newId<"user">();
      await tx.insert(userAccount).values({
        municipalityId,
        id,
        kind: input.portal,
        departmentId: input.departmentId,
        organizationId: input.organizationId,
        mailHmac,
        ...sealUser(keys, { municipalityId, id }, input),
        passwordHash,
        passwordExpiresAt: oneTimePasswordExpiresAt(now),
        status: "active",
      });
      onCreated();
      return { id, subjects: [{ kind: "user", id }] };
    },
  });

/**
 * Registers a user and gives the one-time password, this once: it is stored nowhere. A repeat of the same request
 * gives the id and null. Until the password is changed, the account has no rights.
 */
export const createUser: Command<
  z.input<typeof CreateUser>,
  { readonly id: string; readonly oneTimePassword: string | null }
> = {
  kind: "command",
  action: "identity.createUser",
  input: CreateUser,
  execute: async (context, rawInput) => {
    parseInput(CreateUser, rawInput);
    // Hashed before the transaction, which must not wait for it.
    const password = createOneTimePassword();
    const passwordHash = await hashPassword(password);
    let isNew = false;
    const { id } = await createWith(passwordHash, () => {
      isNew = true;
    }).execute(context, rawInput);
    return { id, oneTimePassword: isNew ? password : null };
  },
};
