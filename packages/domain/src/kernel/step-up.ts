import type { Actor } from "./actor.ts";
import type { Instant } from "./time.ts";

/** d7: minutes for which showing who one is counts for acts that disclose; a city may shorten them, never lengthen. */
export const stepUpMinutesAtMost = 5;

/** Until when it counts, of somebody who showed it at `shownAt`. */
export const freshUntil = (shownAt: Instant, minutes: number): Instant =>
  new Date(shownAt.getTime() + Math.min(minutes, stepUpMinutesAtMost) * 60_000);

/** Whether the actor showed who he is lately enough. Jobs and visitors have nothing to show. */
export const isFresh = (actor: Actor, now: Instant): boolean =>
  (actor.kind !== "staff" && actor.kind !== "partner") || now.getTime() < actor.freshUntil.getTime();
