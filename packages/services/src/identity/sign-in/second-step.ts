/*
 * The second step of signing in. Between the two there is no session, only a challenge: 256 random bits that stand for a
 * password that fitted, for five minutes and once. A passkey signs that same challenge.
 */
import {
  createChallenge,
  createSession,
  factorsOf,
  findAccount,
  findChallenge,
  passkeyRequest,
  recordSignIn,
  relyingPartyOf,
  type AccountWithFactors,
} from "@tsunagari/auth";
import { asId, type Actor } from "@tsunagari/domain";
import { ShowSecondFactor, type FactorKind } from "@tsunagari/domain/identity";
import type { z } from "zod";
import { asDomainError, fail, inTransaction, newId, parseInput, readClock, type System } from "../../kernel/index.ts";
import type { DoorContext, SignedIn } from "./door.ts";
import { demandGuess } from "./guess.ts";
import { tellOfSecondFactor } from "../second-factor/second-factor-mail.ts";
import { showsFactor } from "./show-factor.ts";

type PasskeyOptions = Awaited<ReturnType<typeof passkeyRequest>>;

/** What a portal asks for after the password. */
export type SecondStep = {
  readonly challenge: string;
  readonly kinds: readonly FactorKind[];
  /** For the browser, where a passkey is among them and can be used on this page. */
  readonly passkeyOptions: PasskeyOptions | null;
};

/** The second step an account has to take, or null where it has nothing to show beside its password. */
export const secondStepFor = async (
  system: System,
  account: AccountWithFactors,
  origin: string,
): Promise<SecondStep | null> => {
  const held = factorsOf(account);
  if (held.length === 0) return null;
  const { municipalityId, userId, portal } = account;
  const challenge = await createChallenge(system, {
    purpose: "secondFactor",
    portal,
    owner: { municipalityId, userId },
  });
  const party = relyingPartyOf(origin);
  const known = party === null ? [] : account.passkeys.filter(({ rpId }) => rpId === party.rpId);
  const isOffered = party !== null && known.length > 0;
  return {
    challenge,
    kinds: held.filter((kind) => kind !== "passkey" || isOffered),
    passkeyOptions: isOffered ? await passkeyRequest(party, challenge, known) : null,
  };
};

/** Begins the session that stands for a second factor, in place of whatever the browser held before. */
export const finishSignIn = async (
  system: System,
  account: AccountWithFactors,
  previousToken: string | null | undefined,
): Promise<SignedIn> => {
  const { municipalityId, userId, portal, citySlug, mustChangePassword } = account;
  const sessionToken = await createSession(system, {
    portal,
    municipalityId,
    userId,
    assurance: 2,
    replaces: previousToken ?? null,
  });
  await recordSignIn(system, { ...account, id: newId<"audit">(), action: "identity.signIn", reason: null });
  return { sessionToken, secondStep: null, municipalityId, citySlug, userId, mustChangePassword };
};

/** As the owner of the account, who has just shown who he is: nothing but telling him. */
const tellOfUsedCode = async (
  system: System,
  { municipalityId, userId, portal }: AccountWithFactors,
): Promise<void> => {
  const freshUntil = new Date(0);
  const shared = {
    municipalityId: asId<"municipality">(municipalityId),
    userId: asId<"user">(userId),
    roles: [],
    assurance: 1,
    freshUntil,
  } as const;
  const actor: Actor =
    portal === "staff"
      ? { kind: "staff", ...shared, departmentId: null }
      : { kind: "partner", ...shared, organizationId: null };
  const context = { ...system, actor };
  await inTransaction(context, async (tx) => {
    const { now } = await readClock(tx);
    await tellOfSecondFactor({ tx, keys: system.keys, municipalityId, now }, { userId, portal }, "recoveryCodeUsed");
  });
};

const attempt = async (system: System, { input, ...door }: SecondFactorAttempt): Promise<SignedIn> => {
  const { challenge, answer } = parseInput(ShowSecondFactor, input);
  const bound = { purpose: "secondFactor", portal: door.portal, challenge } as const;
  const owner = (await findChallenge(system, bound))?.owner;
  const account = owner ? await findAccount(system, owner) : null;
  if (!owner || account?.status !== "active") return fail("unauthenticated", "identity.sign_in_expired");
  const guess = await demandGuess(system, owner.userId);
  if (!(await showsFactor(system, { owner, origin: door.origin, bound }, answer))) {
    const reason = "identity.wrong_second_factor";
    await recordSignIn(system, { ...account, id: newId<"audit">(), action: "identity.signIn", reason });
    return fail("unauthenticated", answer.kind === "passkey" ? "identity.passkey_not_accepted" : reason);
  }
  await guess.clear();
  if (answer.kind === "recovery") await tellOfUsedCode(system, account);
  return finishSignIn(system, account, door.previousToken);
};

export type SecondFactorInput = z.input<typeof ShowSecondFactor>;
export type SecondFactorAttempt = DoorContext & { readonly input: SecondFactorInput };

/**
 * Takes the second step. Throws `DomainError`: `unauthenticated identity.sign_in_expired` where the first step is too long
 * ago or was used · `unauthenticated identity.wrong_second_factor` or `identity.passkey_not_accepted` · `limit
 * identity.too_many_attempts` with `retryAfterSeconds`.
 */
export const showSecondFactor = async (system: System, door: SecondFactorAttempt): Promise<SignedIn> => {
  try {
    return await attempt(system, door);
  } catch (error) {
    throw asDomainError(error);
  }
};
