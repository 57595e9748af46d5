/*
 * Every module's policy and reasons. Actions (`referral.accept`) and their facts are inferred from here, so a typo does not
 * compile, and the authorization matrix walks this list, so no module can be left out of it.
 */
import { kernelReasons } from "./kernel/index.ts";
import * as modules from "./modules.ts";

type Modules = typeof modules;
type ModuleName = { [K in keyof Modules]: K extends `${infer M}Policy` ? M : never }[keyof Modules];
type Policies = { readonly [M in ModuleName]: Modules[`${M}Policy`] };
type ModuleReason = { [K in keyof Modules]: K extends `${string}Reasons` ? Modules[K][number] : never }[keyof Modules];

export type Reason = (typeof kernelReasons)[number] | ModuleReason;

type Exported = Modules[keyof Modules];
const isPolicy = (value: Exported): value is Extract<Exported, { rules: unknown }> => "rules" in value;
const isReasons = (value: Exported): value is Exclude<Exported, { rules: unknown }> => !isPolicy(value);
const exported = Object.values(modules);

/** The runtime fact: each `<module>Policy` bears the name of its module. */
export const policies = Object.fromEntries(
  exported.filter(isPolicy).map((policy) => [policy.module, policy]),
) as Policies;

export const reasons: readonly Reason[] = [...kernelReasons, ...exported.filter(isReasons).flat()];

type FactsIn<P> = P extends { rules: { read: (question: infer Q) => unknown } }
  ? Q extends { facts: infer Facts }
    ? Facts
    : never
  : never;
type VerbOf<M extends ModuleName> = keyof Policies[M]["rules"] & string;
type EntryOf<M extends ModuleName> = keyof Policies[M]["entries"] & string;

/** An action on something that exists, as `<module>.<verb>`. */
export type RowAction = { [M in ModuleName]: `${M}.${VerbOf<M>}` }[ModuleName];
/** An action that begins without a row, as `<module>.<entry>`. */
export type EntryAction = { [M in ModuleName]: `${M}.${EntryOf<M>}` }[ModuleName];
export type Action = RowAction | EntryAction;

/** The facts a module's rules decide on. */
export type FactsOf<A extends RowAction> = A extends `${infer M}.${string}`
  ? M extends ModuleName
    ? FactsIn<Policies[M]>
    : never
  : never;
