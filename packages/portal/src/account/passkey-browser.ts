import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";
import type { PasskeyAssertion, PasskeyRegistration } from "@tsunagari/domain/identity";

// Extensions hold bytes in the browser's types, which never cross the wire.
export type PasskeyCreationOptions = Omit<PublicKeyCredentialCreationOptionsJSON, "extensions">;
export type PasskeyRequestOptions = Omit<PublicKeyCredentialRequestOptionsJSON, "extensions">;

/** Whether this browser knows passkeys on this page at all. */
export const canUsePasskeys = (): boolean => typeof globalThis.PublicKeyCredential === "function";

// Most sign-ins do without; what speaks to the browser comes when it is to speak.
const webAuthn = () => import("@simplewebauthn/browser");

const reasonOf = (thrown: unknown): string => {
  const name = thrown instanceof Error ? thrown.name : "";
  if (name === "InvalidStateError") return "identity.passkey_exists";
  if (name === "SecurityError") return "identity.passkeys_not_here";
  return "identity.passkey_given_up";
};

/** What went wrong at the browser's own window, in the shape in which failures of the server come. */
const asFailure = (thrown: unknown): Error =>
  Object.assign(new Error("passkey"), {
    data: { kind: "invalid_state", reason: reasonOf(thrown), details: {}, requestId: "" },
  });

/** Asks the browser to make a passkey. */
export const makePasskey = async (optionsJSON: PasskeyCreationOptions): Promise<PasskeyRegistration> => {
  const { startRegistration } = await webAuthn();
  try {
    const { response, clientExtensionResults, ...rest } = await startRegistration({ optionsJSON });
    return { ...rest, response: { ...response }, clientExtensionResults: { ...clientExtensionResults } };
  } catch (thrown) {
    throw asFailure(thrown);
  }
};

/** Asks the browser to show a passkey. */
export const showPasskey = async (optionsJSON: PasskeyRequestOptions): Promise<PasskeyAssertion> => {
  const { startAuthentication } = await webAuthn();
  try {
    const { response, clientExtensionResults, ...rest } = await startAuthentication({ optionsJSON });
    return { ...rest, response: { ...response }, clientExtensionResults: { ...clientExtensionResults } };
  } catch (thrown) {
    throw asFailure(thrown);
  }
};
