import { setTimeout as sleep } from "node:timers/promises";

const firstDelayMs = 500;
const longestDelayMs = 30_000;
const healthyAfterMs = 60_000;

/** How long to wait before starting again: twice as long each time, from the beginning after a minute of good health. */
export const nextDelay = (previousMs: number, ranForMs: number, longestMs = longestDelayMs): number =>
  previousMs === 0 || ranForMs >= healthyAfterMs ? firstDelayMs : Math.min(previousMs * 2, longestMs);

/** Waits, or not any longer once `signal` is aborted. */
export const waitUnlessAborted = async (ms: number, signal: AbortSignal): Promise<void> => {
  try {
    await sleep(ms, undefined, { signal });
  } catch (err) {
    if (!signal.aborted) throw err;
  }
};
