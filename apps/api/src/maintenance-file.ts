import { readFileSync, rmSync, writeFileSync } from "node:fs";

/** The program is being maintained, until about then; null where nobody has said until when. */
export type Maintenance = { readonly until: Date | null };

const lookAgainAfterMs = 1000;

const instantOf = (text: string): Date | null => {
  const at = new Date(text.trim());
  return Number.isNaN(at.getTime()) ? null : at;
};

const read = (path: string): Maintenance | null => {
  try {
    return { until: instantOf(readFileSync(path, "utf8")) };
  } catch {
    return null;
  }
};

/**
 * Whether the switch is on: the file is there. It holds the instant at which work should end, or nothing. A file, so that
 * it works while the database is away, and on every node that shares it; it is looked at once a second at most.
 */
export const maintenanceSwitch = (path: string | null): (() => Maintenance | null) => {
  if (path === null) return () => null;
  let found: Maintenance | null = null;
  let lookedAt = Number.NEGATIVE_INFINITY;
  return () => {
    const at = performance.now();
    if (at - lookedAt >= lookAgainAfterMs) {
      found = read(path);
      lookedAt = at;
    }
    return found;
  };
};

export const switchOn = (path: string, { until }: Maintenance): void =>
  writeFileSync(path, `${until?.toISOString() ?? ""}\n`, { mode: 0o644 });

export const switchOff = (path: string): void => rmSync(path, { force: true });

const dayMs = 86_400_000;
/** Japan knows no summer time, so its offset is a constant. */
const japanOffsetMs = 9 * 3_600_000;

/**
 * Reads when work should end: `18:00` (the next one in Japan), `2026-11-21T18:00` in Japan, or an instant with an offset.
 * Throws with a sentence where it is none of these, or over already.
 */
export const parseUntil = (text: string, now: Date): Date => {
  const clock = /^(?<hour>[01]?\d|2[0-3]):(?<minute>[0-5]\d)$/u.exec(text)?.groups;
  if (clock) {
    const midnight = Math.floor((now.getTime() + japanOffsetMs) / dayMs) * dayMs - japanOffsetMs;
    const at = midnight + (Number(clock["hour"]) * 60 + Number(clock["minute"])) * 60_000;
    return new Date(at > now.getTime() ? at : at + dayMs);
  }
  const isLocal = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?$/u.test(text);
  const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/u.test(text);
  const at = isLocal ? instantOf(`${text}+09:00`) : isInstant ? instantOf(text) : null;
  if (at === null) throw new Error(`--until must be a time such as 18:00 or 2026-11-21T18:00, not "${text}".`);
  if (at <= now) throw new Error("--until must lie ahead.");
  return at;
};
