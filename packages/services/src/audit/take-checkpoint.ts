import { sql } from "@tsunagari/db";
import { auditCheckpoint } from "@tsunagari/db/schema";
import type { MunicipalityId } from "@tsunagari/domain";
import { databaseCode, fail, inTransaction, newId, type Context } from "../kernel/index.ts";
import { instantAsText, readHashAt, readLinks } from "./chain-rows.ts";
import { checkpointBytes, checkpointDigest, checkpointStart, type Checkpoint } from "./checkpoint.ts";
import { appendToCopy, readCheckpointCopy } from "./checkpoint-copy.ts";
import { readCheckpoints } from "./checkpoint-rows.ts";
import { recordCheck } from "./record.ts";
import type { AuditVault } from "./vault.ts";
import { beforeFirst, verifyCheckpoints, walkLinks, type ChainHead, type ChainProblem } from "./verify.ts";

type Ground = {
  readonly municipalityId: MunicipalityId;
  readonly last: Checkpoint | null;
  readonly head: ChainHead;
};

const insertNext = (context: Context, { keys }: AuditVault, { municipalityId, last, head }: Ground): Promise<void> =>
  inTransaction(context, async (tx) => {
    const [clock] = await tx.execute<{ at: string }>(sql`select ${instantAsText(sql`app.now()`)} as at`);
    if (!clock) throw new Error("the database gave no clock");
    const unsigned = {
      municipalityId,
      id: newId<"auditCheckpoint">(),
      checkpointNo: (last?.checkpointNo ?? 0) + 1,
      chainNo: head.chainNo,
      hash: head.hash,
      at: clock.at,
      previous: last ? checkpointDigest(last) : checkpointStart,
      keyId: keys.currentId,
    };
    const signature = keys.sign(checkpointBytes(unsigned));
    await tx.insert(auditCheckpoint).values({ ...unsigned, at: sql`${clock.at}::timestamptz`, signature });
  });

const readGround = async (context: Context, vault: AuditVault, municipalityId: MunicipalityId) => ({
  // The copy first: another worker may just be adding to both, and the database comes before its copy.
  copied: await readCheckpointCopy(vault.copyPath, municipalityId),
  stored: await inTransaction(context, (tx) => readCheckpoints(tx, municipalityId)),
});

/** What stands at the last checkpoint must be what it signed, and what was sealed since must fit onto it. */
const walkSince = async (
  context: Context,
  municipalityId: MunicipalityId,
  last: Checkpoint | null,
): Promise<{ readonly head: ChainHead; readonly problem: ChainProblem | null }> => {
  const from: ChainHead = last ?? beforeFirst;
  if (last) {
    const hash = await inTransaction(context, (tx) => readHashAt(tx, municipalityId, last.chainNo));
    if (!hash) return { head: from, problem: { problem: "chain_cut", no: last.chainNo } };
    if (!hash.equals(last.hash)) return { head: from, problem: { problem: "chain_rewritten", no: last.chainNo } };
  }
  return walkLinks(readLinks(context, municipalityId, from.chainNo), from);
};

/** True unless another worker was first: the number is taken then, and its checkpoint does as well. */
const insertUnlessTaken = async (context: Context, vault: AuditVault, ground: Ground): Promise<boolean> => {
  try {
    await insertNext(context, vault, ground);
    return true;
  } catch (error) {
    if (databaseCode(error) === "23505") return false;
    throw error;
  }
};

export type CheckpointTaken = { readonly taken: boolean; readonly problems: readonly ChainProblem[] };

/**
 * Signs where the chain of the worker's city stands, and copies it out of the database. A signature vouches for what it
 * covers: what was sealed since the last one is checked first, and where anything does not fit, nothing is signed, the
 * auditors are told. Nothing new, no new checkpoint; the copy is brought up to date in any case.
 */
export const takeCheckpoint = async (context: Context, vault: AuditVault): Promise<CheckpointTaken> => {
  const { municipalityId } = context.actor;
  if (municipalityId === null) return fail("forbidden", "kernel.forbidden");
  const { stored, copied } = await readGround(context, vault, municipalityId);
  const last = stored.at(-1) ?? null;
  const checks = { municipalityId, keys: vault.keys.publicKeys };
  const { head, problem } = await walkSince(context, municipalityId, last);
  const problems = [...(problem ? [problem] : []), ...verifyCheckpoints({ ...checks, stored, copied })];
  if (problems.length > 0) {
    await recordCheck(context, { sealed: head.chainNo, checkpoints: stored.length, problems });
    return { taken: false, problems };
  }
  const isNew = head.chainNo > (last?.chainNo ?? 0);
  const taken = isNew && (await insertUnlessTaken(context, vault, { municipalityId, last, head }));
  const known = copied.at(-1)?.checkpointNo ?? 0;
  const { stored: current } = await readGround(context, vault, municipalityId);
  await appendToCopy(
    vault.copyPath,
    current.filter((checkpoint) => checkpoint.checkpointNo > known),
  );
  return { taken, problems: [] };
};
