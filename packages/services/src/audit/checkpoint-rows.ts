import { asc, eq, sql, type Tx } from "@tsunagari/db";
import { auditCheckpoint } from "@tsunagari/db/schema";
import { instantAsText } from "./chain-rows.ts";
import type { Checkpoint } from "./checkpoint.ts";

const columns = {
  municipalityId: auditCheckpoint.municipalityId,
  id: auditCheckpoint.id,
  checkpointNo: auditCheckpoint.checkpointNo,
  chainNo: auditCheckpoint.chainNo,
  hash: auditCheckpoint.hash,
  at: instantAsText(sql`${auditCheckpoint.at}`),
  previous: auditCheckpoint.previous,
  keyId: auditCheckpoint.keyId,
  signature: auditCheckpoint.signature,
};

/** All checkpoints of a city in order; one an hour at most. */
export const readCheckpoints = (tx: Tx, municipalityId: string): Promise<Checkpoint[]> =>
  tx
    .select(columns)
    .from(auditCheckpoint)
    .where(eq(auditCheckpoint.municipalityId, municipalityId))
    .orderBy(asc(auditCheckpoint.checkpointNo), asc(auditCheckpoint.id));
