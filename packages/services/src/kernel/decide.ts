import {
  assuranceVerdict,
  DomainError,
  freshnessVerdict,
  policies,
  type Action,
  type Actor,
  type CivilDate,
  type Instant,
  type Refusal,
  type Verdict,
} from "@tsunagari/domain";

type AnyRule = (question: {
  readonly actor: Actor;
  readonly facts: unknown;
  readonly now: Instant;
  readonly today: CivilDate;
}) => Verdict;
type AnyPolicy = {
  readonly rules: Readonly<Record<string, AnyRule>>;
  readonly entries: Readonly<Record<string, AnyRule>>;
};

/** The registry without its types; `defineCommand` and `defineQuery` have bound action and facts by type already. */
const untyped = policies as unknown as Readonly<Record<string, AnyPolicy>>;

const ruleOf = (action: Action): AnyRule => {
  const [module = "", verb = ""] = (action as string).split(".");
  const rule = untyped[module]?.rules[verb] ?? untyped[module]?.entries[verb];
  if (!rule) throw new Error(`no policy rule for ${action as string}`);
  return rule;
};

export type Question = {
  readonly actor: Actor;
  readonly now: Instant;
  readonly today: CivilDate;
};

/** The policy's verdict on an action. */
export const decide = (action: Action, question: Question, facts: unknown): Verdict =>
  ruleOf(action)({ ...question, facts });

/** Throws where the actor has not shown the second factor his city asks for; asked before anything is loaded. */
export const demandAssurance = (action: Action, actor: Actor): void => {
  const verdict = assuranceVerdict(action, actor);
  if (verdict !== true) throw new DomainError("forbidden", verdict);
};

const demandFreshness = (action: Action, { actor, now }: Question): void => {
  const verdict = freshnessVerdict(action, actor, now);
  if (verdict !== true) throw new DomainError("forbidden", verdict);
};

/**
 * Throws where the policy refuses: `not_found` where the actor may not even read the thing; `invalid_state` where it is
 * not the time for it; else `forbidden` with the reason. The one place that decides between them.
 * What he may do, he may have to show first that he is still the one who signed in (ASVS 7.5.3).
 */
export const demand = (action: Action, question: Question, facts: unknown): void => {
  const verdict = decide(action, question, facts);
  if (verdict === true) return demandFreshness(action, question);
  const [module = ""] = (action as string).split(".");
  const read = facts === null ? undefined : untyped[module]?.rules["read"];
  if (read && read({ ...question, facts }) !== true) {
    throw new DomainError("not_found", "kernel.not_found");
  }
  const kind = verdict.endsWith(".invalid_state") ? "invalid_state" : "forbidden";
  throw new DomainError(kind, verdict satisfies Refusal);
};
