import { passkey } from "@tsunagari/db/schema";
import {
  answerChallenge,
  challengeIn,
  findChallenge,
  relyingPartyOf,
  verifyNewPasskey,
  type NewPasskey,
} from "@tsunagari/auth";
import { passkeyLimit, RegisterPasskey } from "@tsunagari/domain/identity";
import type { z } from "zod";
import { defineCommand, fail, newId, parseInput, sealForCity } from "../../kernel/index.ts";
import { loadOwnAccount } from "../second-factor/factor-removal.ts";
import { countRecoveryCodes, renewCodes } from "../second-factor/recovery-codes.ts";
import { tellOfSecondFactor } from "../second-factor/second-factor-mail.ts";
import {
  beginAnew,
  loadHeldFactors,
  passkeyNamePlace,
  type PageCommand,
  type PageContext,
} from "../second-factor/second-factor-store.ts";
import { demandFreeName } from "./passkey-name.ts";

type Verified = NewPasskey & { readonly rpId: string };

/** The passkey in the answer, where it is genuine and answers a challenge of this user's; it is used up in any case. */
const verify = async (context: PageContext, response: RegisterPasskey["response"]): Promise<Verified | null> => {
  const { actor, origin } = context;
  const [party, challenge] = [relyingPartyOf(origin), challengeIn(response)];
  if (party === null || challenge === null || (actor.kind !== "staff" && actor.kind !== "partner")) return null;
  const shown = { purpose: "registration", portal: actor.kind, challenge } as const;
  const found = await findChallenge(context, shown);
  if (found?.owner?.userId !== actor.userId || found.owner.municipalityId !== actor.municipalityId) return null;
  if (!(await answerChallenge(context, shown))) return null;
  const made = await verifyNewPasskey(party, challenge, response);
  return made && { ...made, rpId: party.rpId };
};

const registerWith = (made: Verified | null, onRegistered: (codes: readonly string[]) => void) =>
  defineCommand({
    action: "identity.registerPasskey",
    input: RegisterPasskey,
    load: loadOwnAccount,
    run: async (step) => {
      const { tx, keys, municipalityId, input, facts, now } = step;
      const { id: userId, portal } = facts.user;
      if (made === null) return fail("forbidden", "identity.passkey_not_accepted");
      const { known } = await loadHeldFactors(tx, { municipalityId, userId });
      if (known.length >= passkeyLimit) fail("limit", "identity.too_many_passkeys");
      await demandFreeName(tx, keys, { municipalityId, userId, name: input.name, passkeyId: null });
      const id = newId<"passkey">();
      const nameCiphertext = sealForCity(keys, input.name, passkeyNamePlace(municipalityId, id));
      const { transports, ...key } = made;
      await tx
        .insert(passkey)
        .values({ municipalityId, id, userId, ...key, transports: [...transports], nameCiphertext, createdAt: now });
      const left = await countRecoveryCodes(tx, municipalityId, userId);
      onRegistered(left > 0 ? [] : await renewCodes(step, userId));
      await tellOfSecondFactor(step, { userId, portal }, "secondFactorAdded");
      return { id, subjects: [{ kind: "user", id: userId }] };
    },
  });

type Registered = { readonly id: string; readonly recoveryCodes: readonly string[] };

/** Registers a passkey. Recovery codes come with the first factor, shown this once. */
export const registerPasskey: PageCommand<z.input<typeof RegisterPasskey>, Registered> = {
  kind: "command",
  action: "identity.registerPasskey",
  input: RegisterPasskey,
  execute: async (context, rawInput) => {
    const { response } = parseInput(RegisterPasskey, rawInput);
    const verified = await verify(context, response);
    const made: { codes: readonly string[] | null } = { codes: null };
    const { id } = await registerWith(verified, (codes) => {
      made.codes = codes;
    }).execute(context, rawInput);
    const sessionToken = made.codes === null ? null : await beginAnew(context, 2);
    return { id, recoveryCodes: made.codes ?? [], sessionToken };
  },
};
