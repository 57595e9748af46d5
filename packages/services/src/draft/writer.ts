import type { Actor, UserId } from "@tsunagari/domain";
import { fail, userIdOf } from "../kernel/index.ts";

/** Whose draft it is; nobody else's is ever looked for (D-31). */
export const demandWriter = (actor: Actor): UserId => userIdOf(actor) ?? fail("forbidden", "draft.signed_in_only");
