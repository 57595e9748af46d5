import type { CaseAccess, CaseReason } from "../case/index.ts";
import { readsCase, worksOnCase } from "../case/index.ts";
import type { Rule } from "../kernel/index.ts";
import { allOf, definePolicy } from "../kernel/index.ts";
import type { GrantState } from "./consent.ts";

export const consentReasons = [
  "consent.not_given",
  "consent.already_withdrawn",
  "consent.expired",
  "consent.person_left",
  "consent.case_closed",
  "consent.unknown_recipient",
  "consent.not_narrower",
  "consent.purpose_changed",
  "consent.nothing_to_withdraw",
  "consent.invalid_state",
  "consent.clock_only",
] as const;
export type ConsentReason = (typeof consentReasons)[number];

export type ConsentFacts = CaseAccess & {
  readonly isCaseClosed: boolean;
  /** Whether the person still belongs to the household of the case. */
  readonly isMember: boolean;
  /** States today of the grants the act is about: the one named, or all of the person; none where it is about none. */
  readonly grantStates: readonly GrantState[];
};
type ConsentRule = Rule<ConsentFacts, ConsentReason | CaseReason>;

const asks: ConsentRule = ({ facts }) => {
  if (facts.isCaseClosed) return "consent.case_closed";
  return facts.isMember || "consent.person_left";
};

const hasOpenGrant: ConsentRule = ({ facts }) => {
  if (facts.grantStates.some((state) => state === "given" || state === "upcoming")) return true;
  if (facts.grantStates.length === 0) return "consent.nothing_to_withdraw";
  return facts.grantStates.includes("expired") ? "consent.expired" : "consent.already_withdrawn";
};

const records = allOf<ConsentFacts, ConsentReason | CaseReason>(worksOnCase, asks);

/** Who may record what about a consent (D-02, D-03). */
export const consentPolicy = definePolicy<ConsentFacts, ConsentReason | CaseReason>()(
  "consent",
  {
    read: readsCase,
    printSheet: readsCase,
    ask: records,
    refuse: records,
    give: records,
    narrow: allOf<ConsentFacts, ConsentReason | CaseReason>(records, hasOpenGrant),
    // D-03: at any hour, by whoever of the team is there, in a closed case too.
    withdraw: allOf<ConsentFacts, ConsentReason | CaseReason>(readsCase, hasOpenGrant),
    withdrawAll: allOf<ConsentFacts, ConsentReason | CaseReason>(readsCase, hasOpenGrant),
  },
  { remindEnding: ({ actor }) => actor.kind === "worker" || "consent.clock_only" },
);
