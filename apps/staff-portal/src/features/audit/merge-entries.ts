import { civilDateAt } from "@tsunagari/domain/kernel";
import type { AccessEntry } from "./queries.ts";

export type MergedEntry = {
  /** The latest of them; the list goes from late to early. */
  readonly entry: AccessEntry;
  readonly firstAt: string;
  readonly count: number;
};

type Mark = (entry: AccessEntry) => string;

/** Who did the same thing several times in a row on one day stands once, with how often: a sheet is for reading. */
export const mergeEntries = (entries: readonly AccessEntry[]): readonly MergedEntry[] => {
  const markOf: Mark = ({ at, kind, action, actorKind, by, belongsTo }) =>
    JSON.stringify([civilDateAt(new Date(at)), kind, action, actorKind, by, belongsTo]);
  const merged: MergedEntry[] = [];
  for (const entry of entries) {
    const last = merged.at(-1);
    if (last !== undefined && markOf(last.entry) === markOf(entry))
      merged.splice(-1, 1, { ...last, firstAt: entry.at, count: last.count + 1 });
    else merged.push({ entry, firstAt: entry.at, count: 1 });
  }
  return merged;
};
