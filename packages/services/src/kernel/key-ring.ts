import { createHmac, hkdfSync, randomBytes } from "node:crypto";
import { z } from "zod";
import { keyIdOf, newDataKey, openBytes, sealBytes, type CipherPlace, type DataKey } from "./crypto.ts";
import { createSecretFile, readSecretFile } from "./secret-file.ts";

/** The keys outside the database (D-35). Each city has its own, derived from the file's secrets. */
export type KeyRing = {
  /** The city's current key: users' names and mail, drafts, queued mail, and the wrapping of data keys. */
  readonly cityKey: (municipalityId: string) => DataKey;
  /** The city's key an envelope was sealed with; older keys stay readable. */
  readonly cityKeyOf: (municipalityId: string, envelope: Buffer) => DataKey;
  /** Finds an account by mail across cities (D-28). */
  readonly mailHmac: (mail: string) => Buffer;
  /** What is kept of a recovery code: without the file's secret nobody can try codes against it. */
  readonly recoveryCodeHmac: (
    owner: { readonly municipalityId: string; readonly userId: string },
    code: string,
  ) => Buffer;
  /** A token of a name's 1- or 2-gram within one city. */
  readonly nameToken: (municipalityId: string, gram: string) => Buffer;
};

const KeyFile = z.strictObject({
  current: z.string(),
  secrets: z.record(z.string(), z.base64()),
  lookupSecret: z.base64(),
});

const derive = (secret: Buffer, salt: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, salt, `tsunagari ${purpose}`, 32));

const keyRing = (file: z.infer<typeof KeyFile>): KeyRing => {
  const secretOf = (id: string): Buffer => {
    const secret = file.secrets[id];
    if (!secret) throw new Error(`The key file holds no key ${id}.`);
    return Buffer.from(secret, "base64");
  };
  const cityKeyById = (municipalityId: string, id: string): DataKey => ({
    id,
    bytes: derive(secretOf(id), municipalityId, "city"),
  });
  const lookup = Buffer.from(file.lookupSecret, "base64");
  const hmac = (salt: string, purpose: string, text: string): Buffer =>
    createHmac("sha256", derive(lookup, salt, purpose))
      .update(text, "utf8")
      .digest();
  return {
    cityKey: (municipalityId) => cityKeyById(municipalityId, file.current),
    cityKeyOf: (municipalityId, envelope) => cityKeyById(municipalityId, keyIdOf(envelope)),
    mailHmac: (mail) => hmac("", "mail", mail.trim().toLowerCase()),
    recoveryCodeHmac: ({ municipalityId, userId }, code) => hmac(`${municipalityId} ${userId}`, "recovery code", code),
    nameToken: (municipalityId, gram) => hmac(municipalityId, "name", gram).subarray(0, 16),
  };
};

const newKeyFile = (): z.infer<typeof KeyFile> => ({
  current: "k1",
  secrets: { k1: randomBytes(32).toString("base64") },
  lookupSecret: randomBytes(32).toString("base64"),
});

/** Makes the key file (mode 0600) where there is none; an existing one is left as it is. */
export const createKeyFile = (path: string): Promise<void> => createSecretFile(path, newKeyFile());

/** Reads the key file. Throws where others may read it too. */
export const readKeyFile = async (path: string): Promise<KeyRing> => keyRing(KeyFile.parse(await readSecretFile(path)));

/** Keys that live as long as the process; for tests. */
export const temporaryKeyRing = (): KeyRing => keyRing(newKeyFile());

/** A new data key and its envelope under the city's key. */
export const newWrappedKey = (keys: KeyRing, place: CipherPlace): { key: DataKey; wrapped: Buffer } => {
  const key = newDataKey("d1");
  return { key, wrapped: sealBytes(keys.cityKey(place.municipalityId), key.bytes, place) };
};

/** Opens a wrapped data key. */
export const unwrapKey = (keys: KeyRing, wrapped: Buffer, place: CipherPlace): DataKey => ({
  id: "d1",
  bytes: openBytes(keys.cityKeyOf(place.municipalityId, wrapped), wrapped, place),
});
