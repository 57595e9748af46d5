import { RecoveryCode, TotpCode } from "@tsunagari/domain/identity";
import { fieldText, secondFactorMessages } from "@tsunagari/messages";
import { TextField } from "@tsunagari/ui";

const { fields, hints } = secondFactorMessages;

/** Six digits of an app, or a recovery code. */
export type CodeKind = "totp" | "recovery";

const schemas = { totp: TotpCode, recovery: RecoveryCode } as const;
const texts = {
  totp: { label: fields.code, support: hints.code },
  recovery: { label: fields.recoveryCode, support: hints.recoveryCode },
} as const;

/** What is wrong with a code before it is sent, as a sentence; null where it has the right form. */
export const codeFlaw = (kind: CodeKind, code: string): string | null => {
  const { error } = schemas[kind].safeParse(code);
  return error === undefined ? null : fieldText(error.issues[0]?.message ?? "invalid");
};

export type CodeFieldProps = {
  readonly kind: CodeKind;
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
};

/** A field for a code; phones offer digits and the code of the app. */
export const CodeField = ({ kind, id, value, onChange, error }: CodeFieldProps) => (
  <TextField
    key={kind}
    id={id}
    {...texts[kind]}
    value={value}
    onChange={(event) => onChange(event.target.value)}
    inputMode={kind === "totp" ? "numeric" : "text"}
    autoComplete={kind === "totp" ? "one-time-code" : "off"}
    autoCapitalize="none"
    spellCheck={false}
    width={kind === "totp" ? "short" : "long"}
    error={error}
  />
);
