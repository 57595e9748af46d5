/** One table, three kinds (D-36). */
export const auditKinds = ["command", "reading", "refusal"] as const;
export type AuditKind = (typeof auditKinds)[number];

/** What a check of the chain may find, the first place of each kind (threat 19). */
export const auditProblems = [
  /** A link's number is not there: entry and link were removed, or the chain was renumbered. */
  "link_missing",
  /** A number stands twice: something was put in. */
  "link_repeated",
  /** The link stands, the entry it seals is gone. */
  "entry_missing",
  /** The content does not give the link's hash: entry or subjects were edited, added, removed or swapped. */
  "link_broken",
  /** An entry that belongs before the last link has none: it was slipped in. */
  "entry_unsealed",
  /** A signed checkpoint knows more links than there are: the end was cut off. */
  "chain_cut",
  /** The chain fits in itself, but not to a signed checkpoint: it was computed anew. */
  "chain_rewritten",
  /** A checkpoint's number is not there. */
  "checkpoint_missing",
  /** A checkpoint does not fit its signature or the one before it. */
  "checkpoint_broken",
  /** A checkpoint was signed with a key that is not ours. */
  "checkpoint_unknown_key",
  /** The copy outside has a checkpoint that the database lacks or tells otherwise. */
  "checkpoint_differs_from_copy",
  /** The copy outside does not hold together itself. */
  "copy_broken",
] as const;
export type AuditProblem = (typeof auditProblems)[number];
