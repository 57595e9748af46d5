/*
 * Envelopes: AES-256-GCM with a random 96-bit nonce. The key's id stands in the envelope; table, column, tenant and row
 * are bound as associated data, so a ciphertext moved to another row does not open. Layout:
 * version (1) · length of key id (1) · key id · nonce (12) · ciphertext · tag (16).
 */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

export type DataKey = { readonly id: string; readonly bytes: Buffer };

/** Where a ciphertext stands. */
export type CipherPlace = {
  readonly table: string;
  readonly column: string;
  readonly municipalityId: string;
  readonly rowId: string;
};

const envelopeVersion = 1;
const nonceLength = 12;
const tagLength = 16;

const associatedData = (place: CipherPlace): Buffer =>
  Buffer.from([place.table, place.column, place.municipalityId, place.rowId].join("\u001f"), "utf8");

/** A fresh random key. */
export const newDataKey = (id: string): DataKey => ({ id, bytes: randomBytes(32) });

/** Encrypts bytes for one place. */
export const sealBytes = (key: DataKey, plain: Buffer, place: CipherPlace): Buffer => {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv("aes-256-gcm", key.bytes, nonce);
  cipher.setAAD(associatedData(place));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  const id = Buffer.from(key.id, "utf8");
  return Buffer.concat([Buffer.from([envelopeVersion, id.length]), id, nonce, body, cipher.getAuthTag()]);
};

/** The id of the key an envelope needs. Throws `RangeError` on anything that is no envelope. */
export const keyIdOf = (envelope: Buffer): string => {
  const length = envelope[1];
  if (
    envelope[0] !== envelopeVersion ||
    length === undefined ||
    envelope.length < 2 + length + nonceLength + tagLength
  ) {
    throw new RangeError("not an envelope");
  }
  return envelope.subarray(2, 2 + length).toString("utf8");
};

/** Decrypts; throws where key, place or a single byte is not the one it was sealed with. */
export const openBytes = (key: DataKey, envelope: Buffer, place: CipherPlace): Buffer => {
  const start = 2 + Buffer.byteLength(keyIdOf(envelope), "utf8");
  const decipher = createDecipheriv("aes-256-gcm", key.bytes, envelope.subarray(start, start + nonceLength));
  decipher.setAAD(associatedData(place));
  decipher.setAuthTag(envelope.subarray(envelope.length - tagLength));
  return Buffer.concat([
    decipher.update(envelope.subarray(start + nonceLength, envelope.length - tagLength)),
    decipher.final(),
  ]);
};

/** Seals a text as UTF-8 for one place; the envelope opens nowhere else. */
export const sealText = (key: DataKey, plain: string, place: CipherPlace): Buffer =>
  sealBytes(key, Buffer.from(plain, "utf8"), place);

/** Opens what `sealText` sealed. Throws where key, place or bytes are not the ones it was sealed with. */
export const openText = (key: DataKey, envelope: Buffer, place: CipherPlace): string =>
  openBytes(key, envelope, place).toString("utf8");
