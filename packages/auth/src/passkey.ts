import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { isoBase64URL } from "@simplewebauthn/server/helpers";
import { sql } from "@tsunagari/db";
import type { PasskeyAssertion, PasskeyRegistration, Portal, UserStatus } from "@tsunagari/domain/identity";
import { challengeSeconds, takeChallenge, type ChallengeOwner } from "./challenge.ts";
import type { Bound, KnownPasskey } from "./second-factor.ts";
import { beforeActor, type AuthSystem } from "./system.ts";

/** The page that asks, by its origin; the relying party is its host, so each portal on a host of its own has its own. */
export type RelyingParty = { readonly origin: string; readonly rpId: string };

const isAddress = (host: string): boolean => host.startsWith("[") || /^\d+(\.\d+){3}$/u.test(host);

/** The relying party of a page, or null where the host is a bare address: browsers make no passkey for those. */
export const relyingPartyOf = (origin: string): RelyingParty | null => {
  const { hostname } = new URL(origin);
  return isAddress(hostname) ? null : { origin, rpId: hostname };
};

const timeout = challengeSeconds * 1000;
/** EdDSA, ES256 and RS256: what authenticators in use have; asking the platform what else it knows only warns. */
const supportedAlgorithmIDs = [-8, -7, -257];
const userVerification = "required";

const bytesOf = (challenge: string) => isoBase64URL.toBuffer(challenge);

type Transport = NonNullable<PasskeyRegistration["response"]["transports"]>[number];
const described = ({ credentialId, transports }: KnownPasskey) => ({
  id: credentialId,
  transports: [...transports] satisfies Transport[],
});

/** What the browser needs to look for a passkey; with none named, it offers whatever it has for this host. */
export const passkeyRequest = ({ rpId }: RelyingParty, challenge: string, known: readonly KnownPasskey[]) =>
  generateAuthenticationOptions({
    rpID: rpId,
    challenge: bytesOf(challenge),
    timeout,
    userVerification,
    allowCredentials: known.filter((one) => one.rpId === rpId).map(described),
  });

/** What the browser needs to make a passkey; those there are already are not made twice. */
export const passkeyCreation = (
  { rpId }: RelyingParty,
  challenge: string,
  user: { readonly id: string; readonly mail: string; readonly name: string; readonly known: readonly KnownPasskey[] },
) =>
  generateRegistrationOptions({
    rpName: "つながり",
    rpID: rpId,
    userID: new Uint8Array(Buffer.from(user.id.replaceAll("-", ""), "hex")),
    userName: user.mail,
    userDisplayName: user.name,
    challenge: bytesOf(challenge),
    timeout,
    attestationType: "none",
    supportedAlgorithmIDs,
    excludeCredentials: user.known.filter((one) => one.rpId === rpId).map(described),
    authenticatorSelection: { residentKey: "required", userVerification },
  });

/** The challenge an answer says it is for; null where it says none. */
export const challengeIn = (response: { readonly response: { readonly clientDataJSON: string } }): string | null => {
  try {
    const said: unknown = JSON.parse(Buffer.from(response.response.clientDataJSON, "base64url").toString("utf8"));
    const challenge = typeof said === "object" && said !== null && "challenge" in said ? said.challenge : null;
    return typeof challenge === "string" && /^[\w-]{43}$/u.test(challenge) ? challenge : null;
  } catch {
    return null;
  }
};

export type NewPasskey = {
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly isBackupEligible: boolean;
  readonly isBackedUp: boolean;
};

/** The passkey in a browser's answer, or null where the answer does not hold; the challenge is the caller's to take. */
export const verifyNewPasskey = async (
  { origin, rpId }: RelyingParty,
  challenge: string,
  response: PasskeyRegistration,
): Promise<NewPasskey | null> => {
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      // The runtime fact: the schema checked every field the library reads; it refuses what it does not know.
      response: response as Parameters<typeof verifyRegistrationResponse>[0]["response"],
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs,
    });
    if (!verified) return null;
    const { credential, credentialDeviceType, credentialBackedUp } = registrationInfo;
    return {
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: response.response.transports ?? [],
      isBackupEligible: credentialDeviceType === "multiDevice",
      isBackedUp: credentialBackedUp,
    };
  } catch {
    return null;
  }
};

type PasskeyRow = {
  municipality_id: string;
  id: string;
  user_id: string;
  kind: Portal;
  status: UserStatus;
  rp_id: string;
  public_key: Buffer;
  counter: string;
  transports: string[];
};

const verified = async (
  { origin, rpId }: RelyingParty,
  row: PasskeyRow,
  shown: { response: PasskeyAssertion; bound: Bound },
) => {
  try {
    const { verified: isGenuine, authenticationInfo } = await verifyAuthenticationResponse({
      // The runtime fact: the schema checked every field the library reads; it refuses what it does not know.
      response: shown.response as Parameters<typeof verifyAuthenticationResponse>[0]["response"],
      expectedChallenge: shown.bound.challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
      credential: {
        id: shown.response.id,
        publicKey: new Uint8Array(row.public_key),
        // A counter that stands still or falls back is a copy: the library refuses it.
        counter: Number(row.counter),
      },
    });
    return isGenuine ? authenticationInfo : null;
  } catch {
    return null;
  }
};

export type PasskeyAttempt = {
  readonly party: RelyingParty;
  readonly response: PasskeyAssertion;
  readonly bound: Bound;
  /** Whose passkey it must be; anybody's of this portal where it is left out. */
  readonly owner?: ChallengeOwner;
};

/**
 * Whose passkey was shown, or null. The challenge is taken first, so that one answer counts once whatever it is worth; the
 * key is verified under the row's lock and its counter written in the same transaction.
 */
export const usePasskey = (system: AuthSystem, attempt: PasskeyAttempt): Promise<ChallengeOwner | null> =>
  beforeActor(system, async (tx) => {
    const { party, response, bound, owner } = attempt;
    if (!(await takeChallenge(tx, bound))) return null;
    const [row] = await tx.execute<PasskeyRow>(sql`select * from app.auth_passkey(${response.id})`);
    if (!row || row.status !== "active" || row.kind !== bound.portal || row.rp_id !== party.rpId) return null;
    const found = { municipalityId: row.municipality_id, userId: row.user_id };
    if (owner && (owner.municipalityId !== found.municipalityId || owner.userId !== found.userId)) return null;
    const info = await verified(party, row, { response, bound });
    if (info === null) return null;
    await tx.execute(sql`select app.auth_passkey_used(${row.municipality_id}::uuid, ${row.id}::uuid,
      ${info.newCounter}::bigint, ${info.credentialBackedUp})`);
    return found;
  });
