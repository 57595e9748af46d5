import type { Portal } from "@tsunagari/domain/identity";
import type { Instant } from "@tsunagari/domain/kernel";

/** D-34: minutes without a request after which a session ends; a city's setting may shorten them. */
export const idleMinutes: Readonly<Record<Portal, number>> = { staff: 15, partner: 30 };

/** D-34: hours after signing in at which a session ends whatever happens. */
export const absoluteHours = 12;

const refreshAfterSeconds = 60;

export type SessionTimes = {
  readonly lastSeenAt: Instant;
  readonly expiresAt: Instant;
  readonly idleMinutes: number;
};

/** When the session ends if nothing more is asked for. */
export const endsAt = (times: SessionTimes): Instant =>
  new Date(Math.min(times.expiresAt.getTime(), times.lastSeenAt.getTime() + times.idleMinutes * 60_000));

/** Whether the session is alive: it ends at its end, not after it. */
export const isAlive = (times: SessionTimes, now: Instant): boolean => now.getTime() < endsAt(times).getTime();

/** Whether the row should note that the user is there; once a minute, so that reading does not mean writing. */
export const shouldNoteActivity = (times: SessionTimes, now: Instant): boolean =>
  now.getTime() - times.lastSeenAt.getTime() >= refreshAfterSeconds * 1000;
