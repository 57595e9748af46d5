import type { UserId } from "../kernel/ids.ts";
import { definePolicy, type Rule } from "../kernel/policy.ts";

export const draftReasons = ["draft.only_own", "draft.signed_in_only", "draft.worker_only"] as const;
export type DraftReason = (typeof draftReasons)[number];

/** Whose draft it is. */
export type DraftFacts = { readonly userId: UserId };

const signedIn: Rule<null, DraftReason> = ({ actor }) =>
  actor.kind === "staff" || actor.kind === "partner" || "draft.signed_in_only";

export const draftPolicy = definePolicy<DraftFacts, DraftReason>()(
  "draft",
  {
    // A draft is nobody's business but its writer's, administrators included (D-31).
    read: ({ actor, facts }) =>
      ((actor.kind === "staff" || actor.kind === "partner") && actor.userId === facts.userId) || "draft.only_own",
  },
  {
    get: signedIn,
    save: signedIn,
    discard: signedIn,
    discardExpired: ({ actor }) => actor.kind === "worker" || "draft.worker_only",
  },
);
