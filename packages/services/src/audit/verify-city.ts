import { fail, inTransaction, type Context } from "../kernel/index.ts";
import { countSlippedIn, readLinks } from "./chain-rows.ts";
import type { Checkpoint, PublicKeys } from "./checkpoint.ts";
import { readCheckpointCopy } from "./checkpoint-copy.ts";
import { readCheckpoints } from "./checkpoint-rows.ts";
import { recordCheck, type CheckResult } from "./record.ts";
import type { AuditVault } from "./vault.ts";
import { verifyChain } from "./verify.ts";

export type Evidence = { readonly keys: PublicKeys; readonly copied: readonly Checkpoint[] | null };

/** Checks the whole chain of the worker's city; writes nothing. */
export const verifyCity = async (context: Context, { keys, copied }: Evidence): Promise<CheckResult> => {
  const { municipalityId } = context.actor;
  if (municipalityId === null) return fail("forbidden", "kernel.forbidden");
  const stored = await inTransaction(context, (tx) => readCheckpoints(tx, municipalityId));
  const links = readLinks(context, municipalityId, 0);
  const { head, checkpoints, problems } = await verifyChain({ municipalityId, keys, links, stored, copied });
  const slippedIn = await countSlippedIn(context, municipalityId);
  const unsealed = slippedIn > 0 ? [{ problem: "entry_unsealed", no: slippedIn } as const] : [];
  return { sealed: head.chainNo, checkpoints, problems: [...problems, ...unsealed] };
};

/** The nightly check: against the copy outside the database, written down, and told where something is wrong. */
export const checkCity = async (context: Context, vault: AuditVault): Promise<CheckResult> => {
  const { municipalityId } = context.actor;
  if (municipalityId === null) return fail("forbidden", "kernel.forbidden");
  const copied = await readCheckpointCopy(vault.copyPath, municipalityId);
  const result = await verifyCity(context, { keys: vault.keys.publicKeys, copied });
  await recordCheck(context, result);
  return result;
};
