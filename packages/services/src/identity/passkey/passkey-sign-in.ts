import {
  addressLimit,
  challengeIn,
  createChallenge,
  findAccount,
  passkeyRequest,
  relyingPartyOf,
  returnAttempt,
  takeAttempt,
  usePasskey,
} from "@tsunagari/auth";
import { SignInWithPasskey } from "@tsunagari/domain/identity";
import type { z } from "zod";
import { asDomainError, fail, parseInput, type System } from "../../kernel/index.ts";
import { limitKeyOf, type DoorContext, type SignedIn } from "../sign-in/door.ts";
import { finishSignIn } from "../sign-in/second-step.ts";

/**
 * What a browser needs to look for a passkey of this portal. It names no account and no key, so there is nothing to learn
 * from it (threat 18).
 */
export const beginPasskeySignIn = async (system: System, { portal, origin }: DoorContext) => {
  const party = relyingPartyOf(origin);
  if (party === null) return fail("invalid_state", "identity.passkeys_not_here");
  try {
    const challenge = await createChallenge(system, { purpose: "passkeySignIn", portal, owner: null });
    return await passkeyRequest(party, challenge, []);
  } catch (error) {
    throw asDomainError(error);
  }
};

export type PasskeySignInInput = z.input<typeof SignInWithPasskey>;
export type PasskeySignInAttempt = DoorContext & { readonly input: PasskeySignInInput };

const attempt = async (system: System, { input, ...door }: PasskeySignInAttempt): Promise<SignedIn> => {
  const { response } = parseInput(SignInWithPasskey, input);
  const { portal, origin, clientAddress, previousToken } = door;
  const key = limitKeyOf(system, clientAddress);
  const wait = await takeAttempt(system, key, addressLimit);
  if (wait !== null) return fail("limit", "identity.too_many_attempts", { retryAfterSeconds: wait });
  const [party, challenge] = [relyingPartyOf(origin), challengeIn(response)];
  if (party === null || challenge === null) return fail("unauthenticated", "identity.passkey_not_accepted");
  const bound = { purpose: "passkeySignIn", portal, challenge } as const;
  const owner = await usePasskey(system, { party, response, bound });
  const account = owner && (await findAccount(system, owner));
  if (account?.status !== "active") return fail("unauthenticated", "identity.passkey_not_accepted");
  await returnAttempt(system, key, addressLimit);
  return finishSignIn(system, account, previousToken);
};

/**
 * Signs in with a passkey alone: it is something one has and, as user verification is required, something one knows or is.
 * Every refusal is the same `unauthenticated identity.passkey_not_accepted`.
 */
export const signInWithPasskey = async (system: System, door: PasskeySignInAttempt): Promise<SignedIn> => {
  try {
    return await attempt(system, door);
  } catch (error) {
    throw asDomainError(error);
  }
};
