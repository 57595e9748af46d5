import { randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { isGuessable } from "@tsunagari/domain/identity";

/** argon2id, 19 MiB, 2 passes, 1 lane (OWASP). `2` is argon2id; the package's enum cannot be used with isolated modules. */
const parameters = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The hash of a random text nobody knows; verifying against it costs what a real account costs. */
const hashOfNobody =
  "$argon2id$v=19$m=19456,t=2,p=1$Z8/kbWFBFTnP4BidL2JP5g$5r4DzmrIE1sdswpkJO+0voAs4m7Hia42HQSS+ucfja8";

const concurrencyLimit = 4;
const waiting: (() => void)[] = [];
let running = 0;

/** At most four hashes at a time, the rest in order: a storm of sign-ins must not starve the rest of the program. */
const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
  if (running >= concurrencyLimit) await new Promise<void>((resume) => waiting.push(resume));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    // The place passes straight to the next in line, so that nobody can slip in between.
    if (next) next();
    else running -= 1;
  }
};

/** Hashes a password exactly as it was received. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, parameters));

/** Whether the password fits; `null` (no such account, no password yet) takes the same time and never fits. */
export const verifyPassword = async (passwordHash: string | null, password: string): Promise<boolean> => {
  const fits = await inTurn(() => verify(passwordHash ?? hashOfNobody, password));
  return fits && passwordHash !== null;
};

/** No character that can be taken for another when read from paper. */
const readableCharacters = "abcdefghjkmnpqrstuvwxyz23456789";

/** A password for one sign-in, about 99 bits, in groups that can be read aloud. */
export const createOneTimePassword = (): string => {
  const group = () =>
    Array.from({ length: 5 }, () => readableCharacters[randomInt(readableCharacters.length)]).join("");
  const password = [group(), group(), group(), group()].join("-");
  return isGuessable(password) ? createOneTimePassword() : password;
};
