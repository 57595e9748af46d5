/*
 * All Japanese text that answers a literal of the domain. A reason without a sentence, or an action without a label,
 * does not compile: each module's words state so with `satisfies`, and `Untold` below would name a module left out.
 */
import type { FieldCode, Reason } from "@tsunagari/domain";
import { kernelMessages } from "./kernel.ts";
import * as modules from "./modules.ts";

type Modules = typeof modules;
type Told = { [M in keyof Modules]: keyof Modules[M]["reasons"] }[keyof Modules] | keyof typeof kernelMessages.reasons;
type Untold = Exclude<Reason, Told>;

const words: [Untold] extends [never] ? Modules : Untold = modules;
const merged = (tables: readonly Readonly<Record<string, string>>[]): Readonly<Record<string, string>> =>
  Object.assign({}, ...tables) as Readonly<Record<string, string>>;

const reasons = merged([kernelMessages.reasons, ...Object.values(words).map((of) => of.reasons)]);

/** `referralMessages` labels the verbs of `referral`. */
const actions = merged(
  Object.entries(words).map(([name, of]) => {
    const module = name.replace(/Messages$/u, "");
    return Object.fromEntries(Object.entries(of.actions).map(([verb, label]) => [`${module}.${verb}`, label]));
  }),
);

const lookUp = (table: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** The sentence for a reason as it comes over the wire; a reason nobody knows gets the sentence for a failure. */
export const reasonText = (reason: string): string =>
  lookUp(reasons, reason) ?? kernelMessages.reasons["kernel.internal"];

/** What an action is called, for buttons and the access log; an action of an older release keeps its code. */
export const actionLabel = (action: string): string => lookUp(actions, action) ?? action;

/** The sentence for a field's rule that was broken. */
export const fieldText = (code: FieldCode | (string & {})): string =>
  lookUp(kernelMessages.fields, code) ?? kernelMessages.fields.invalid;

export { cityPageMessages, defaultPageText } from "./municipality-city-page.ts";
export { cityFileErrorText } from "./municipality-city-file.ts";
export { labelText } from "./municipality.ts";
export { frequencyText, programEffectText, programStateText, structureMessages } from "./municipality-structure.ts";
export { kernelMessages } from "./kernel.ts";
export * from "./modules.ts";
export { secondFactorMessages } from "./identity-second-factor.ts";
