import { Secret, TOTP } from "otpauth";

const periodSeconds = 30;
/** RFC 6238 with what every authenticator app takes: SHA-1, six digits, 30 seconds; one step early or late. */
const parameters = { algorithm: "SHA1", digits: 6, period: periodSeconds } as const;
const window = 1;

/** A fresh secret of 160 bits, in base 32 as people type it. */
export const createTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What an authenticator app reads from the QR code. */
export const totpUri = (secret: string, who: { readonly issuer: string; readonly label: string }): string =>
  new TOTP({ ...parameters, ...who, secret: Secret.fromBase32(secret) }).toString();

/** The time step a code belongs to at a moment, or null where it fits none of the three. Compared in constant time. */
export const totpStep = (secret: string, code: string, now: Date): number | null => {
  // The library throws on a code whose bytes are of another length.
  if (!/^[0-9]{6}$/u.test(code)) return null;
  const timestamp = now.getTime();
  const offset = TOTP.validate({ ...parameters, token: code, secret: Secret.fromBase32(secret), timestamp, window });
  return offset === null ? null : TOTP.counter({ period: periodSeconds, timestamp }) + offset;
};

/** The code of a moment; what an app would show. */
export const totpCode = (secret: string, now: Date): string =>
  TOTP.generate({ ...parameters, secret: Secret.fromBase32(secret), timestamp: now.getTime() });
