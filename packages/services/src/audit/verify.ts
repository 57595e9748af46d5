/*
 * The verifier: a pure function over a stream of links and the checkpoints. It holds one batch of links at a time, so a
 * log of any length is checked in the same memory. The first place of each kind is told: behind it nothing can be said.
 */
import type { AuditProblem } from "@tsunagari/domain/audit";
import { chainStart, linkHash, type ChainEntry } from "./chain.ts";
import { checkpointDigest, checkpointStart, isSigned, type Checkpoint, type PublicKeys } from "./checkpoint.ts";

/** A link as it stands; the entry is null where it is gone. */
export type ChainLink = {
  readonly chainNo: number;
  readonly hash: Buffer;
  readonly entry: ChainEntry | null;
};

/** What is wrong and the first number it is wrong at: of a link, or of a checkpoint. */
export type ChainProblem = { readonly problem: AuditProblem; readonly no: number };

/** Where a walk stands. */
export type ChainHead = { readonly chainNo: number; readonly hash: Buffer };
export const beforeFirst: ChainHead = { chainNo: 0, hash: chainStart };

export type Verified = {
  readonly head: ChainHead;
  readonly checkpoints: number;
  /** The first of the chain, then the first of the checkpoints; empty where everything fits. */
  readonly problems: readonly ChainProblem[];
};

const problemOf = (head: ChainHead, link: ChainLink): AuditProblem | null => {
  if (link.chainNo <= head.chainNo) return "link_repeated";
  if (link.chainNo > head.chainNo + 1) return "link_missing";
  if (link.entry === null) return "entry_missing";
  return linkHash(head.hash, link.chainNo, link.entry).equals(link.hash) ? null : "link_broken";
};

/** Marks by link: what the chain must have been there, as it was signed. */
type Marks = ReadonlyMap<number, Buffer>;

/** Walks links in order from a head; stops at the first that does not fit. */
export const walkLinks = async (
  links: AsyncIterable<readonly ChainLink[]>,
  from: ChainHead,
  marks: Marks = new Map(),
): Promise<{ readonly head: ChainHead; readonly problem: ChainProblem | null }> => {
  let head = from;
  for await (const batch of links) {
    for (const link of batch) {
      const problem = problemOf(head, link);
      if (problem !== null) {
        return { head, problem: { problem, no: problem === "link_missing" ? head.chainNo + 1 : link.chainNo } };
      }
      const signed = marks.get(link.chainNo);
      if (signed && !signed.equals(link.hash)) {
        return { head, problem: { problem: "chain_rewritten", no: link.chainNo } };
      }
      head = { chainNo: link.chainNo, hash: link.hash };
    }
  }
  const isCut = [...marks.keys()].some((chainNo) => chainNo > head.chainNo);
  return { head, problem: isCut ? { problem: "chain_cut", no: head.chainNo + 1 } : null };
};

type Checks = { readonly municipalityId: string; readonly keys: PublicKeys };

const signatureProblem = (checkpoint: Checkpoint, { municipalityId, keys }: Checks): AuditProblem | null => {
  const signed = isSigned(checkpoint, keys);
  if (signed === null) return "checkpoint_unknown_key";
  return signed && checkpoint.municipalityId === municipalityId ? null : "checkpoint_broken";
};

/** Whether a checkpoint is signed, has the next number, and covers the one before it. */
export const checkpointProblem = (
  before: Checkpoint | null,
  checkpoint: Checkpoint,
  checks: Checks,
): ChainProblem | null => {
  const expected = (before?.checkpointNo ?? 0) + 1;
  if (checkpoint.checkpointNo > expected) return { problem: "checkpoint_missing", no: expected };
  const previous = before ? checkpointDigest(before) : checkpointStart;
  const isNext =
    checkpoint.checkpointNo === expected &&
    checkpoint.previous.equals(previous) &&
    checkpoint.chainNo >= Math.max(1, before?.chainNo ?? 1);
  const problem = signatureProblem(checkpoint, checks) ?? (isNext ? null : "checkpoint_broken");
  return problem && { problem, no: checkpoint.checkpointNo };
};

const storedProblem = (stored: readonly Checkpoint[], checks: Checks): ChainProblem | null => {
  for (const [index, checkpoint] of stored.entries()) {
    const problem = checkpointProblem(stored[index - 1] ?? null, checkpoint, checks);
    if (problem) return problem;
  }
  return null;
};

/** A copy may begin late and end early, but it must hold together and tell what the database tells. */
const copyProblem = (
  copied: readonly Checkpoint[],
  stored: readonly Checkpoint[],
  checks: Checks,
): ChainProblem | null => {
  const digests = new Map(stored.map((checkpoint) => [checkpoint.checkpointNo, checkpointDigest(checkpoint)]));
  for (const [index, checkpoint] of copied.entries()) {
    const no = checkpoint.checkpointNo;
    const before = copied[index - 1];
    const isWhole = before === undefined || checkpointProblem(before, checkpoint, checks) === null;
    if (!isWhole || signatureProblem(checkpoint, checks) !== null) return { problem: "copy_broken", no };
    if (!digests.get(no)?.equals(checkpointDigest(checkpoint))) return { problem: "checkpoint_differs_from_copy", no };
  }
  return null;
};

export type Checkpoints = Checks & {
  readonly stored: readonly Checkpoint[];
  /** From outside the database; null where there is none at hand. */
  readonly copied: readonly Checkpoint[] | null;
};

/** Checks a city's checkpoints against their keys, each other and their copy. */
export const verifyCheckpoints = (checkpoints: Checkpoints): readonly ChainProblem[] => {
  const { stored, copied } = checkpoints;
  return [storedProblem(stored, checkpoints), copyProblem(copied ?? [], stored, checkpoints)].flatMap(
    (found) => found ?? [],
  );
};

/** Checks a city's whole chain against itself, its checkpoints, and their copy outside the database. */
export const verifyChain = async (
  chain: Checkpoints & {
    /** In the order of their numbers, in batches. */
    readonly links: AsyncIterable<readonly ChainLink[]>;
  },
): Promise<Verified> => {
  const { links, stored, copied } = chain;
  const signed = [...stored, ...(copied ?? [])].filter((checkpoint) => signatureProblem(checkpoint, chain) === null);
  const marks = new Map(signed.map((checkpoint) => [checkpoint.chainNo, checkpoint.hash]));
  const { head, problem } = await walkLinks(links, beforeFirst, marks);
  return {
    head,
    checkpoints: stored.length,
    problems: [...(problem ? [problem] : []), ...verifyCheckpoints(chain)],
  };
};
