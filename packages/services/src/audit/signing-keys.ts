import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from "node:crypto";
import { z } from "zod";
import { createSecretFile, readSecretFile, replaceSecretFile } from "../kernel/index.ts";
import { keyIdOfPublicKey, type PublicKeys } from "./checkpoint.ts";

/** Keys for checkpoints, outside the database: who has only the database cannot sign. */
export type SigningKeys = {
  readonly currentId: string;
  /** Ed25519 with the current key. */
  readonly sign: (bytes: Buffer) => Buffer;
  /** The current key and all earlier ones. */
  readonly publicKeys: PublicKeys;
};

const KeyFile = z.strictObject({
  current: z.strictObject({ privateKey: z.base64() }),
  /** Earlier keys, of which only the public half is kept. */
  earlier: z.array(z.strictObject({ publicKey: z.base64() })),
});
type KeyFile = z.infer<typeof KeyFile>;

const newPrivateKey = (): KeyFile["current"] => ({
  privateKey: generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "der" }).toString("base64"),
});

const privateKeyOf = ({ current }: KeyFile): KeyObject =>
  createPrivateKey({ key: Buffer.from(current.privateKey, "base64"), format: "der", type: "pkcs8" });

const signingKeys = (file: KeyFile): SigningKeys => {
  const privateKey = privateKeyOf(file);
  const currentKey = createPublicKey(privateKey);
  const earlier = file.earlier.map(({ publicKey }) =>
    createPublicKey({ key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" }),
  );
  return {
    currentId: keyIdOfPublicKey(currentKey),
    sign: (bytes) => sign(null, bytes, privateKey),
    publicKeys: new Map([...earlier, currentKey].map((key) => [keyIdOfPublicKey(key), key])),
  };
};

/** Makes the key file (mode 0600) where there is none; an existing one is left as it is. */
export const createSigningKeyFile = (path: string): Promise<void> =>
  createSecretFile(path, { current: newPrivateKey(), earlier: [] } satisfies KeyFile);

/** Reads the key file. Throws where others may read it too. */
export const readSigningKeys = async (path: string): Promise<SigningKeys> =>
  signingKeys(KeyFile.parse(await readSecretFile(path)));

/** Begins a new key; of the old one only the public half stays, so nobody can sign with it any more. */
export const rotateSigningKey = async (path: string): Promise<void> => {
  const file = KeyFile.parse(await readSecretFile(path));
  const publicKey = createPublicKey(privateKeyOf(file)).export({ type: "spki", format: "der" }).toString("base64");
  await replaceSecretFile(path, {
    current: newPrivateKey(),
    earlier: [...file.earlier, { publicKey }],
  } satisfies KeyFile);
};

/** Keys that live as long as the process; for tests. */
export const temporarySigningKeys = (): SigningKeys => signingKeys({ current: newPrivateKey(), earlier: [] });
