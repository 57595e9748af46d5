import type { Machine } from "../kernel/index.ts";
import { canFire } from "../kernel/index.ts";
import type { ConsentEventKind, ConsentPurpose } from "./consent.ts";

/** Where the talk with a person about one purpose stands (SM-02). */
export const consentStates = ["notAsked", "asked", "refused", "given", "withdrawn", "expired"] as const;
export type ConsentState = (typeof consentStates)[number];

/** SM-02. `given` may be asked again: a new recipient needs a new consent. Expiry has no event (D-02). */
export const consentMachine = {
  ask: { from: ["notAsked", "refused", "given", "withdrawn", "expired"], to: "asked" },
  refuse: { from: ["asked"], to: "refused" },
  give: { from: ["asked"], to: "given" },
  withdraw: { from: ["given"], to: "withdrawn" },
} as const satisfies Machine<ConsentState>;
export type ConsentEvent = keyof typeof consentMachine;

const kindOf = { ask: "asked", refuse: "refused", give: "given", withdraw: "withdrawn" } as const satisfies Record<
  ConsentEvent,
  ConsentEventKind
>;

/**
 * The events to store for an answer: where nobody recorded the question, asking and answering happened in one talk, and
 * both are stored, so that no answer stands without its question.
 */
export const eventsForAnswer = (state: ConsentState, answer: "give" | "refuse"): readonly ConsentEventKind[] =>
  canFire(consentMachine, answer, state) ? [kindOf[answer]] : [kindOf.ask, kindOf[answer]];

/** One stored event, oldest first in a list. */
export type ConsentHistoryEntry = { readonly purpose: ConsentPurpose; readonly kind: ConsentEventKind };

/**
 * The state of SM-02 for one purpose. A grant in force outweighs a later refusal of a wider one; where none is in force,
 * the last event says where things stand, and a `given` that no longer holds has expired.
 */
export const consentStateOf = (
  purpose: ConsentPurpose,
  history: readonly ConsentHistoryEntry[],
  hasGrantInForce: boolean,
): ConsentState => {
  const last = history.findLast((entry) => entry.purpose === purpose);
  if (last === undefined) return "notAsked";
  if (last.kind === "asked") return "asked";
  if (hasGrantInForce) return "given";
  return last.kind === "given" ? "expired" : last.kind;
};
