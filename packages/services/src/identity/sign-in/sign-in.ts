import {
  addressLimit,
  clearAttempts,
  createSession,
  findAccount,
  findAccounts,
  networkOf,
  recordSignIn,
  returnAttempt,
  takeAttempt,
  takeGuess,
  verifyPassword,
  writeNothing,
  type Account,
} from "@tsunagari/auth";
import { SignIn } from "@tsunagari/domain/identity";
import type { z } from "zod";
import { asDomainError, fail, newId, parseInput, type System } from "../../kernel/index.ts";
import { limitKeyOf, type DoorContext, type SignedIn } from "./door.ts";
import { secondStepFor, type SecondStep } from "./second-step.ts";

/** What the form sends; `municipality` is a city's slug, asked for after `identity.choose_city` only. */
export type SignInInput = z.input<typeof SignIn>;

/** What a portal's sign-in brings; without an origin no passkey is offered. */
export type SignInAttempt = SignInInput & Omit<DoorContext, "origin"> & { readonly origin?: string };

/** The password fitted and something more is asked for: there is no session yet. */
export type AwaitingSecondStep = { readonly sessionToken: null; readonly secondStep: SecondStep };

/** A host no passkey can be of. */
const noOrigin = "http://0.0.0.0";

const limitKeys = (
  system: System,
  { portal, mail, clientAddress }: Pick<SignInAttempt, "portal" | "mail" | "clientAddress">,
) => {
  return {
    account: limitKeyOf(system, `${portal} ${mail} ${networkOf(clientAddress)}`),
    address: limitKeyOf(system, clientAddress),
  };
};

const takeAttempts = async (system: System, keys: ReturnType<typeof limitKeys>): Promise<void> => {
  const waits = [await takeAttempt(system, keys.address, addressLimit), await takeGuess(system, keys.account)].filter(
    (wait) => wait !== null,
  );
  if (waits.length > 0) {
    fail("limit", "identity.too_many_attempts", { retryAfterSeconds: Math.max(...waits) });
  }
};

/** The accounts the password opens. Where there is no account at all, the same work is done for nobody. */
const fittingAccounts = async (accounts: readonly Account[], password: string): Promise<readonly Account[]> => {
  const fits = await Promise.all(accounts.map(({ passwordHash }) => verifyPassword(passwordHash, password)));
  if (accounts.length === 0) await verifyPassword(null, password);
  return accounts.filter(
    (account, index) => fits[index] === true && account.status === "active" && !account.isPasswordExpired,
  );
};

const record = (system: System, account: Account, reason: "identity.wrong_credentials" | null): Promise<void> =>
  recordSignIn(system, { ...account, id: newId<"audit">(), action: "identity.signIn", reason });

const refuse = async (system: System, accounts: readonly Account[], addressKey: string): Promise<never> => {
  await Promise.all(accounts.map((account) => record(system, account, "identity.wrong_credentials")));
  if (accounts.length === 0) await writeNothing(system, addressKey, addressLimit);
  system.log("identity.sign_in_refused", { count: accounts.length });
  return fail("unauthenticated", "identity.wrong_credentials");
};

/** The one account the password opens; where it opens several, the city has to be said (D-28). */
const accountFor = async (system: System, attempt: SignInAttempt): Promise<Account> => {
  const { portal, clientAddress, previousToken: _previous, origin: _origin, ...form } = attempt;
  const { mail, password, municipality } = parseInput(SignIn, form);
  const limits = limitKeys(system, { portal, mail, clientAddress });
  await takeAttempts(system, limits);
  const accounts = await findAccounts(system, portal, system.keys.mailHmac(mail));
  const fitting = (await fittingAccounts(accounts, password)).filter(
    ({ citySlug }) => municipality === undefined || citySlug === municipality,
  );
  const [account] = fitting;
  if (!account) return refuse(system, accounts, limits.address);
  await returnAttempt(system, limits.address, addressLimit);
  await clearAttempts(system, limits.account);
  if (fitting.length > 1) {
    const cities = fitting.map(({ citySlug, cityName }) => ({ slug: citySlug, name: cityName }));
    return fail("unauthenticated", "identity.choose_city", { cities });
  }
  return account;
};

const attemptSignIn = async (system: System, attempt: SignInAttempt): Promise<SignedIn | AwaitingSecondStep> => {
  const account = await accountFor(system, attempt);
  const { portal, municipalityId, userId, citySlug, mustChangePassword } = account;
  const withFactors = await findAccount(system, account);
  const secondStep = withFactors && (await secondStepFor(system, withFactors, attempt.origin ?? noOrigin));
  if (secondStep) return { sessionToken: null, secondStep };
  const sessionToken = await createSession(system, {
    portal,
    municipalityId,
    userId,
    assurance: 1,
    replaces: attempt.previousToken ?? null,
  });
  await record(system, account, null);
  return { sessionToken, secondStep: null, municipalityId, citySlug, userId, mustChangePassword };
};

/**
 * Signs in at a portal, or tells the second step where the account has one. Throws `DomainError`: `invalid_input` · `limit
 * identity.too_many_attempts` with `retryAfterSeconds` · `unauthenticated identity.wrong_credentials`, the same answer
 * after the same work whether the mail is unknown, the password wrong, or the account stopped · `unauthenticated
 * identity.choose_city` with `cities: { slug, name }[]`, only where the password fits more than one account.
 */
export const signIn = async (system: System, attempt: SignInAttempt): Promise<SignedIn | AwaitingSecondStep> => {
  try {
    return await attemptSignIn(system, attempt);
  } catch (error) {
    throw asDomainError(error);
  }
};
