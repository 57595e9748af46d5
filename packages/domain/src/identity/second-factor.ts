/** What may be shown beside, or instead of, a password. */
export const factorKinds = ["totp", "passkey", "recovery"] as const;
export type FactorKind = (typeof factorKinds)[number];

/** Whether a city asks its people for a second factor (ASVS 6.3.3). */
export const secondFactorRules = ["optional", "required"] as const;
export type SecondFactorRule = (typeof secondFactorRules)[number];

/** d7: as many recovery codes as are printed at once, of 80 bits each. */
export const recoveryCodeCount = 10;
export const passkeyLimit = 10;

/** Crockford's base 32: no letter that is taken for a digit. */
export const recoveryAlphabet = "0123456789abcdefghjkmnpqrstvwxyz";
export const recoveryCodeLength = 16;

/** A recovery code as it was written down: spaces, hyphens, capitals and look-alikes make no difference. */
export const foldRecoveryCode = (typed: string): string =>
  typed
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\s\p{Pd}ー・]/gu, "")
    .replaceAll("o", "0")
    .replaceAll(/[il]/gu, "1");

/** In groups of four, to be read from paper. */
export const groupedCode = (code: string): string => code.match(/.{1,4}/gu)?.join("-") ?? code;

/** What a user has to show who he is, as far as rules and screens need it. */
export type HeldFactors = { readonly hasTotp: boolean; readonly passkeys: number };

/** Whether a user has anything beside the password: TOTP or a passkey. */
export const hasSecondFactor = ({ hasTotp, passkeys }: HeldFactors): boolean => hasTotp || passkeys > 0;

/** Whether the city asks for a factor and this is the last one; it goes only after another has come. */
export const isLastRequired = (held: HeldFactors, rule: SecondFactorRule): boolean =>
  rule === "required" && (held.hasTotp ? 1 : 0) + held.passkeys <= 1;

export const secondFactorReasons = [
  "identity.wrong_second_factor",
  "identity.sign_in_expired",
  "identity.factor_exists",
  "identity.no_second_factor",
  "identity.last_required_factor",
  "identity.passkey_not_accepted",
  "identity.passkeys_not_here",
  "identity.too_many_passkeys",
  "identity.passkey_given_up",
  "identity.passkey_exists",
  "identity.passkey_name_taken",
] as const;
