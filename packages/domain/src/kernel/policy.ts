/*
 * Policies: who may do what, as data that can be enumerated and shown to a municipality.
 *
 * A rule is a pure function of actor, facts and now. It answers `true` or a named reason, which `messages` turns into
 * a sentence. Facts are loaded by the service; a fact a rule needs is never optional, so a missing one cannot mean "no".
 * There is no superuser branch: what no rule allows is refused. `read` is obligatory, because it decides between
 * `not_found` (may not know it exists) and `forbidden` (may know, may not act).
 */
import type { Actor } from "./actor.ts";
import type { CivilDate, Instant } from "./time.ts";

export type PolicyQuestion<Facts> = {
  readonly actor: Actor;
  readonly facts: Facts;
  readonly now: Instant;
  readonly today: CivilDate;
};
/** A reason as `<module>.<snake_case>`; each module lists its own, and each has a sentence in `messages`. */
export type Refusal = `${string}.${string}`;
/** `true`, or the reason of the refusal. */
export type Verdict<Reason extends Refusal = Refusal> = true | Reason;
export type Rule<Facts, Reason extends Refusal = Refusal> = (question: PolicyQuestion<Facts>) => Verdict<Reason>;

type Rules<Verb extends string, Facts, Reason extends Refusal> = Readonly<Record<Verb, Rule<Facts, Reason>>>;

export type Policy<
  Module extends string,
  Facts,
  Verb extends string,
  Entry extends string,
  Reason extends Refusal = Refusal,
> = {
  readonly module: Module;
  /** Verbs on something that exists; they look at its facts. */
  readonly rules: Rules<Verb | "read", Facts, Reason>;
  /** Verbs that begin without a row (`list`, `search`); they look at the actor only. */
  readonly entries: Rules<Entry, null, Reason>;
};

/**
 * Declares the policy of one module:
 * `definePolicy<ReferralFacts, ReferralReason>()("referral", { read: …, accept: … }, { list: … })`.
 * The curried form lets module and verbs be inferred as literals while facts and reasons are given.
 */
export const definePolicy =
  <Facts, Reason extends Refusal>() =>
  <const Module extends string, Verb extends string, Entry extends string>(
    module: Module,
    rules: Rules<Verb | "read", Facts, Reason>,
    entries: Rules<Entry, null, Reason>,
  ): Policy<Module, Facts, Verb, Entry, Reason> => ({ module, rules, entries });

/** Every rule must hold; the first refusal is the answer. */
export const allOf =
  <Facts, Reason extends Refusal>(...rules: readonly Rule<Facts, Reason>[]): Rule<Facts, Reason> =>
  (question) => {
    for (const rule of rules) {
      const verdict = rule(question);
      if (verdict !== true) return verdict;
    }
    return true;
  };

/** One rule suffices; where none holds, the refusal of the last is the answer. */
export const anyOf =
  <Facts, Reason extends Refusal>(
    first: Rule<Facts, Reason>,
    ...others: readonly Rule<Facts, Reason>[]
  ): Rule<Facts, Reason> =>
  (question) => {
    let verdict = first(question);
    for (const rule of others) {
      if (verdict === true) return true;
      verdict = rule(question);
    }
    return verdict;
  };

/** What the viewer may do, verb by verb: `true` or the reason why not. Travels with the entity to the screens. */
export type Abilities<Verb extends string> = Readonly<Record<Verb, true | Refusal>>;
