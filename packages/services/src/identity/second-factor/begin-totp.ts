import { and, eq, isNull } from "@tsunagari/db";
import { totpFactor } from "@tsunagari/db/schema";
import { createTotpSecret, totpUri } from "@tsunagari/auth";
import { BeginTotp } from "@tsunagari/domain/identity";
import type { z } from "zod";
import { defineCommand, demandFound, fail, newId, sealForCity, userIdOf, type Command } from "../../kernel/index.ts";
import { cityNameOf } from "../link/account-mail.ts";
import { openUserMail } from "../names.ts";
import { findTotp, totpPlace } from "./second-factor-store.ts";
import { findUser, loadUserForUpdate } from "../store.ts";

type Begun = { readonly secret: string; readonly uri: string };

const beginWith = (secret: string, onBegun: (begun: Begun) => void) =>
  defineCommand({
    action: "identity.beginTotp",
    input: BeginTotp,
    load: ({ tx, municipalityId, actor }) => loadUserForUpdate(tx, municipalityId, userIdOf(actor) ?? ""),
    run: async ({ tx, keys, municipalityId, facts, now }) => {
      const userId = facts.user.id;
      if ((await findTotp(tx, { municipalityId, userId })) !== null) fail("invalid_state", "identity.factor_exists");
      // An enrolment that was begun and left is replaced.
      await tx
        .delete(totpFactor)
        .where(
          and(
            eq(totpFactor.municipalityId, municipalityId),
            eq(totpFactor.userId, userId),
            isNull(totpFactor.confirmedAt),
          ),
        );
      const id = newId<"totpFactor">();
      const secretCiphertext = sealForCity(keys, secret, totpPlace(municipalityId, id));
      await tx.insert(totpFactor).values({ municipalityId, id, userId, secretCiphertext, createdAt: now });
      const row = demandFound(await findUser(tx, municipalityId, userId));
      const issuer = `つながり ${await cityNameOf(tx, municipalityId)}`;
      onBegun({ secret, uri: totpUri(secret, { issuer, label: openUserMail(keys, row) }) });
      return { id, subjects: [{ kind: "user", id: userId }] };
    },
  });

/** Begins to enrol an authenticator app; the secret is given this once and counts after a first code. */
export const beginTotp: Command<z.input<typeof BeginTotp>, { readonly id: string; readonly begun: Begun | null }> = {
  kind: "command",
  action: "identity.beginTotp",
  input: BeginTotp,
  execute: async (context, rawInput) => {
    const given: { begun: Begun | null } = { begun: null };
    const { id } = await beginWith(createTotpSecret(), (begun) => {
      given.begun = begun;
    }).execute(context, rawInput);
    return { id, begun: given.begun };
  },
};
