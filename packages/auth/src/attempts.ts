import { sql } from "@tsunagari/db";
import { beforeActor, type AuthSystem } from "./system.ts";

export type AttemptLimit = { readonly attempts: number; readonly withinSeconds: number };

/** Signing in to one account from one neighborhood of the network; unknown accounts count the same. */
export const accountLimit: AttemptLimit = { attempts: 5, withinSeconds: 15 * 60 };
/** Signing in from one address, whatever the account: only failures stay counted, an office shares its address. */
export const addressLimit: AttemptLimit = { attempts: 50, withinSeconds: 15 * 60 };

type Counted = { readonly key: string; readonly points: number; readonly limit: AttemptLimit };

const count = (system: AuthSystem, { key, points, limit }: Counted) =>
  beforeActor(system, async (tx) => {
    const [row] = await tx.execute<{ points: number; seconds_left: number }>(
      sql`select * from app.auth_limit(${key}, ${points}::integer, ${limit.withinSeconds}::integer)`,
    );
    return { points: row?.points ?? 0, secondsLeft: row?.seconds_left ?? 0 };
  });

/**
 * Takes one attempt before it is made, so that many at once cannot slip through. Null where it may be made, else the
 * seconds to wait.
 */
export const takeAttempt = async (system: AuthSystem, key: string, limit: AttemptLimit): Promise<number | null> => {
  const { points, secondsLeft } = await count(system, { key, points: 1, limit });
  return points <= limit.attempts ? null : secondsLeft;
};

/** Gives one attempt back: it was no failure. */
export const returnAttempt = async (system: AuthSystem, key: string, limit: AttemptLimit): Promise<void> => {
  await count(system, { key, points: -1, limit });
};

/**
 * Writes as much as an audit entry does and changes nothing: where there is no account to audit, the answer must not
 * come sooner.
 */
export const writeNothing = async (system: AuthSystem, key: string, limit: AttemptLimit): Promise<void> => {
  await count(system, { key, points: 0, limit });
};

/** Forgets the attempts under a key. */
export const clearAttempts = async (system: AuthSystem, key: string): Promise<void> => {
  await beforeActor(system, (tx) => tx.execute(sql`select app.auth_limit_clear(${key})`));
};

const ipv6Prefix = (address: string): string => {
  const [head = "", tail] = address.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0");
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/u, "").toLowerCase())
    .join(":");
};

/** Who asks, as far as an address tells: all of IPv4, /64 of IPv6, of which one household has as many as it likes. */
export const householdOf = (address: string): string => (address.includes(":") ? ipv6Prefix(address) : address);

/** The neighborhood an address lies in: /24 of IPv4, /64 of IPv6, which one household can fill at will. */
export const networkOf = (address: string): string => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/iu, "");
  return plain.includes(":") ? ipv6Prefix(plain) : plain.split(".").slice(0, 3).join(".");
};
