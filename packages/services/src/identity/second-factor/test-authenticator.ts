import { createHash, createSign, generateKeyPairSync, randomBytes } from "node:crypto";

const host = "tsunagari.example.jp";
export const origin = `https://${host}`;

const sha256 = (data: Buffer | string): Buffer => createHash("sha256").update(data).digest();
const base64url = (data: Buffer): string => data.toString("base64url");

/** Just enough of CBOR for a COSE key and an attestation object: byte strings, texts and small integers. */
const bytes = (data: Buffer): Buffer => Buffer.concat([Buffer.from([0x58, data.length]), data]);
const text = (data: string): Buffer => Buffer.concat([Buffer.from([0x60 + data.length]), Buffer.from(data)]);

const userPresentAndVerified = 0x05;
const holdsCredential = 0x40;

const authenticatorData = (flags: number, counter: number, rest: Buffer = Buffer.alloc(0)): Buffer => {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  return Buffer.concat([sha256(host), Buffer.from([flags]), count, rest]);
};

const clientData = (type: string, challenge: string, from: string): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin: from, crossOrigin: false }));

/** kty EC2, alg ES256, crv P-256, x, y. */
const coseKeyOf = ({ x = "", y = "" }: { readonly x?: string; readonly y?: string }): Buffer =>
  Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    bytes(Buffer.from(x, "base64url")),
    Buffer.from([0x22]),
    bytes(Buffer.from(y, "base64url")),
  ]);

const attestationOf = (data: Buffer): Buffer => {
  const length = Buffer.from([0x59, data.length >> 8, data.length & 0xff]);
  const none = [Buffer.from([0xa3]), text("fmt"), text("none"), text("attStmt"), Buffer.from([0xa0])];
  return Buffer.concat([...none, text("authData"), length, data]);
};

/** An authenticator in software: one passkey for one host, as a browser would answer with it. */
export const createAuthenticator = () => {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const credentialId = randomBytes(32);
  let counter = 0;
  const id = base64url(credentialId);
  const frame = { id, rawId: id, type: "public-key" as const, clientExtensionResults: {} };
  return {
    make: (challenge: string, from = origin) => {
      const key = coseKeyOf(publicKey.export({ format: "jwk" }));
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, credentialId.length]), credentialId, key]);
      const data = authenticatorData(userPresentAndVerified | holdsCredential, counter, attested);
      const clientDataJSON = base64url(clientData("webauthn.create", challenge, from));
      return { ...frame, response: { clientDataJSON, attestationObject: base64url(attestationOf(data)) } };
    },
    show: (challenge: string, { from = origin, flags = userPresentAndVerified, counted = counter + 1 } = {}) => {
      counter = counted;
      const said = clientData("webauthn.get", challenge, from);
      const data = authenticatorData(flags, counter);
      const signature = createSign("sha256")
        .update(Buffer.concat([data, sha256(said)]))
        .sign(privateKey);
      const answer = { authenticatorData: base64url(data), signature: base64url(signature) };
      return { ...frame, response: { clientDataJSON: base64url(said), ...answer } };
    },
  };
};
