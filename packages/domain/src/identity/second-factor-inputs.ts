import { z } from "zod";
import { command, input, Version } from "../kernel/fields.ts";
import { idOf, UserId, type Id } from "../kernel/ids.ts";
import { line } from "../kernel/text.ts";
import { halfWidth } from "../kernel/text-width.ts";
import { Password } from "./password.ts";
import { foldRecoveryCode, recoveryAlphabet, recoveryCodeLength } from "./second-factor.ts";

export type PasskeyId = Id<"passkey">;
export const PasskeyId = idOf("passkey");

/** Six digits, in full width or with a space between them too. */
export const TotpCode = z
  .string({ error: "required" })
  .transform((text) => halfWidth(text).replaceAll(/[\s　]/gu, ""))
  .refine((text) => text !== "", { error: "required", abort: true })
  .refine((text) => /^\d{6}$/u.test(text), { error: "not_six_digits" });

export const RecoveryCode = z
  .string({ error: "required" })
  .refine((text) => text.length <= 100, { error: "too_long", abort: true })
  .transform(foldRecoveryCode)
  .refine((text) => text !== "", { error: "required", abort: true })
  .refine((text) => text.length === recoveryCodeLength && [...text].every((sign) => recoveryAlphabet.includes(sign)), {
    error: "not_a_recovery_code",
  });

/** The name of a challenge as the server gave it out: 256 random bits, base64url. */
const Challenge = z.string({ error: "required" }).regex(/^[\w-]{43}$/u, { error: "invalid" });

/** Bytes in base64url, as the browser's WebAuthn hands them over. */
const Bytes = z.string({ error: "required" }).regex(/^[\w-]{1,8192}$/u, { error: "invalid" });

const credential = {
  id: Bytes,
  rawId: Bytes,
  type: z.literal("public-key", { error: "invalid" }),
  authenticatorAttachment: z.string().max(40).nullish(),
  clientExtensionResults: z.looseObject({}, { error: "invalid" }),
};

/** What a browser answers when a passkey is made (WebAuthn, RegistrationResponseJSON). */
export const PasskeyRegistration = z.looseObject(
  {
    ...credential,
    response: z.looseObject(
      {
        clientDataJSON: Bytes,
        attestationObject: Bytes,
        transports: z.array(z.string().max(40), { error: "invalid" }).max(10).optional(),
      },
      { error: "invalid" },
    ),
  },
  { error: "invalid" },
);

/** What a browser answers when a passkey is shown (WebAuthn, AuthenticationResponseJSON). */
export const PasskeyAssertion = z.looseObject(
  {
    ...credential,
    response: z.looseObject(
      {
        clientDataJSON: Bytes,
        authenticatorData: Bytes,
        signature: Bytes,
        userHandle: z.string().max(200).nullish(),
      },
      { error: "invalid" },
    ),
  },
  { error: "invalid" },
);
export type PasskeyRegistration = z.output<typeof PasskeyRegistration>;
export type PasskeyAssertion = z.output<typeof PasskeyAssertion>;

const totp = input({ kind: z.literal("totp"), code: TotpCode });
const passkey = input({ kind: z.literal("passkey"), response: PasskeyAssertion });

/** The second step of signing in; `challenge` is what the first one gave. */
export const ShowSecondFactor = input({
  challenge: Challenge,
  answer: z.discriminatedUnion("kind", [totp, passkey, input({ kind: z.literal("recovery"), code: RecoveryCode })], {
    error: "not_a_choice",
  }),
});
export type ShowSecondFactor = z.output<typeof ShowSecondFactor>;

export const BeginPasskeySignIn = input({});
export const SignInWithPasskey = input({ response: PasskeyAssertion });

export const BeginStepUp = input({});
/** Showing once more who one is, by any one of what one has. */
export const StepUp = input({
  answer: z.discriminatedUnion("kind", [input({ kind: z.literal("password"), password: Password }), totp, passkey], {
    error: "not_a_choice",
  }),
});
export type StepUp = z.output<typeof StepUp>;

export const GetSecondFactors = input({});
export const BeginTotp = command({});
export const ConfirmTotp = command({ code: TotpCode });
export const RemoveTotp = command({});
export const BeginPasskey = command({});
const PasskeyName = line(40);
export const RegisterPasskey = command({ name: PasskeyName, response: PasskeyRegistration });
export type RegisterPasskey = z.output<typeof RegisterPasskey>;
export const RenamePasskey = command({ passkeyId: PasskeyId, name: PasskeyName });
export const RemovePasskey = command({ passkeyId: PasskeyId });
export const RenewRecoveryCodes = command({});
/** For who has lost all of them (d7); an administrator does it for another, never for himself. */
export const ResetSecondFactors = command({ userId: UserId, version: Version });
