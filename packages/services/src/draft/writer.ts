import type { Actor, UserId } from "@tsunagari/domain";
import { isFormOf, type DraftForm } from "@tsunagari/domain/draft";
import { fail, userIdOf } from "../kernel/index.ts";

/** Whose draft it is; refuses a form that does not stand in the actor's portal. */
export const demandWriter = (actor: Actor, form: DraftForm): UserId => {
  const userId = userIdOf(actor);
  if (userId === null) return fail("forbidden", "draft.signed_in_only");
  if ((actor.kind !== "staff" && actor.kind !== "partner") || !isFormOf(actor.kind, form)) {
    return fail("forbidden", "draft.form_of_other_portal");
  }
  return userId;
};
