/*
 * The sentences of all reasons. A reason without a sentence does not compile: each module's words state so with
 * `satisfies`, and `Untold` below would name a module left out.
 */
import type { Reason } from "@tsunagari/domain";
import { kernelMessages } from "../kernel.ts";
import { merged, wordIn } from "./words.ts";
import * as modules from "../modules.ts";

type Modules = typeof modules;
type Told = { [M in keyof Modules]: keyof Modules[M]["reasons"] }[keyof Modules] | keyof typeof kernelMessages.reasons;
type Untold = Exclude<Reason, Told>;

const words: [Untold] extends [never] ? Modules : Untold = modules;
const reasons = merged([kernelMessages.reasons, ...Object.values(words).map((of) => of.reasons)]);

/** The sentence for a reason as it comes over the wire; a reason nobody knows gets the sentence for a failure. */
export const reasonText = (reason: string): string =>
  wordIn(reasons, reason) ?? kernelMessages.reasons["kernel.internal"];
