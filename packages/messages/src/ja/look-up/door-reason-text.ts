import { identityMessages } from "../identity.ts";
import { kernelMessages } from "../kernel.ts";
import { merged, wordIn } from "./words.ts";

const reasons = merged([kernelMessages.reasons, identityMessages.reasons]);

/**
 * The sentence for a reason one can meet before signing in, those of accounts and of the kernel. The sentences of all
 * modules are several times as much, and nobody at the door needs them.
 */
export const doorReasonText = (reason: string): string =>
  wordIn(reasons, reason) ?? kernelMessages.reasons["kernel.internal"];
