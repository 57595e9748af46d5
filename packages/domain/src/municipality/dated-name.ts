import type { CivilDate, Dated } from "../kernel/time.ts";

/** A name something took on later than the one it began with. */
export type LaterName = { readonly name: string; readonly sinceOn: CivilDate };

/** The name of a day: the last one taken on by then, else the first (C-01, C-08). */
export const nameOn = (first: string, later: readonly LaterName[], on: CivilDate): string =>
  later.filter(({ sinceOn }) => sinceOn <= on).toSorted((left, right) => (left.sinceOn < right.sinceOn ? 1 : -1))[0]
    ?.name ?? first;

/** Whether a new name may begin on a day: after every name so far, and while the thing exists. */
export const canTakeNameFrom = (thing: Dated, later: readonly LaterName[], sinceOn: CivilDate): boolean =>
  thing.sinceOn < sinceOn &&
  (thing.untilOn === null || sinceOn < thing.untilOn) &&
  later.every((name) => name.sinceOn < sinceOn);
