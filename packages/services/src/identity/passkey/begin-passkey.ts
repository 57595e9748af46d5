import { createChallenge, passkeyCreation, relyingPartyOf } from "@tsunagari/auth";
import { BeginPasskey, passkeyLimit } from "@tsunagari/domain/identity";
import type { z } from "zod";
import { defineCommand, demandFound, fail } from "../../kernel/index.ts";
import { loadOwnAccount } from "../second-factor/factor-removal.ts";
import { openUserMail, openUserName } from "../names.ts";
import { loadHeldFactors, type PageCommand } from "../second-factor/second-factor-store.ts";
import { findUser } from "../store.ts";

type Options = Awaited<ReturnType<typeof passkeyCreation>>;
type User = Parameters<typeof passkeyCreation>[2];

const beginWith = (onAllowed: (user: User) => void) =>
  defineCommand({
    action: "identity.beginPasskey",
    input: BeginPasskey,
    load: loadOwnAccount,
    run: async ({ tx, keys, municipalityId, facts }) => {
      const { id } = facts.user;
      const { known } = await loadHeldFactors(tx, { municipalityId, userId: id });
      if (known.length >= passkeyLimit) fail("limit", "identity.too_many_passkeys");
      const row = demandFound(await findUser(tx, municipalityId, id));
      onAllowed({ id, mail: openUserMail(keys, row), name: openUserName(keys, row), known });
      return { id, subjects: [{ kind: "user", id }] };
    },
  });

/** Begins to make a passkey: what the browser needs for it, with a challenge that can be answered once. */
export const beginPasskey: PageCommand<
  z.input<typeof BeginPasskey>,
  { readonly id: string; readonly options: Options | null }
> = {
  kind: "command",
  action: "identity.beginPasskey",
  input: BeginPasskey,
  execute: async (context, rawInput) => {
    const party = relyingPartyOf(context.origin);
    if (party === null) return fail("invalid_state", "identity.passkeys_not_here");
    const allowed: { user: User | null } = { user: null };
    const { id } = await beginWith((user) => {
      allowed.user = user;
    }).execute(context, rawInput);
    const { actor } = context;
    if (allowed.user === null || (actor.kind !== "staff" && actor.kind !== "partner")) {
      return { id, options: null, sessionToken: null };
    }
    const owner = { municipalityId: actor.municipalityId, userId: actor.userId };
    const challenge = await createChallenge(context, { purpose: "registration", portal: actor.kind, owner });
    return { id, options: await passkeyCreation(party, challenge, allowed.user), sessionToken: null };
  },
};
