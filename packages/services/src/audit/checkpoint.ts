import { createHash, createPublicKey, verify, type KeyObject } from "node:crypto";
import { lengthPrefixed } from "./chain.ts";

/** The chain of a city up to a link, as it was signed. */
export type Checkpoint = {
  readonly municipalityId: string;
  readonly id: string;
  readonly checkpointNo: number;
  /** The last link it covers. */
  readonly chainNo: number;
  readonly hash: Buffer;
  /** UTC with microseconds. */
  readonly at: string;
  /** The digest of the checkpoint before it. */
  readonly previous: Buffer;
  readonly keyId: string;
  readonly signature: Buffer;
};

/** By key id. */
export type PublicKeys = ReadonlyMap<string, KeyObject>;

/** What stands before the first checkpoint. */
export const checkpointStart: Buffer = Buffer.alloc(32);

/** What is signed: everything but the signature. */
export const checkpointBytes = (checkpoint: Omit<Checkpoint, "signature">): Buffer =>
  lengthPrefixed([
    "tsunagari audit checkpoint 1",
    checkpoint.municipalityId,
    checkpoint.id,
    String(checkpoint.checkpointNo),
    String(checkpoint.chainNo),
    checkpoint.hash,
    checkpoint.at,
    checkpoint.previous,
    checkpoint.keyId,
  ]);

/** By this the next checkpoint covers this one. */
export const checkpointDigest = (checkpoint: Checkpoint): Buffer =>
  createHash("sha256")
    .update(checkpointBytes(checkpoint))
    .update(lengthPrefixed([checkpoint.signature]))
    .digest();

/** A key's id follows from the key, so a public key needs no label. */
export const keyIdOfPublicKey = (key: KeyObject): string =>
  createHash("sha256")
    .update(key.export({ type: "spki", format: "der" }))
    .digest("hex")
    .slice(0, 16);

/** Public keys as PEM, one after the other; for whoever checks without the key file. */
export const readPublicKeys = (pem: string): PublicKeys => {
  const blocks = pem.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/gu) ?? [];
  if (blocks.length === 0) throw new Error("The file holds no public key (PEM).");
  return new Map(blocks.map((block) => createPublicKey(block)).map((key) => [keyIdOfPublicKey(key), key]));
};

/** The public keys as PEM blocks one after another, as the verifier's file holds them. */
export const writePublicKeys = (keys: PublicKeys): string =>
  [...keys.values()].map((key) => key.export({ type: "spki", format: "pem" }).toString()).join("");

/** Whether one of our keys signed exactly this; null where the key is not ours. */
export const isSigned = (checkpoint: Checkpoint, keys: PublicKeys): boolean | null => {
  const key = keys.get(checkpoint.keyId);
  return key ? verify(null, checkpointBytes(checkpoint), key, checkpoint.signature) : null;
};
