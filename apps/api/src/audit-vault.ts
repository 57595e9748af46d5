import { createSigningKeyFile, readSigningKeys, type AuditVault } from "@tsunagari/services/audit";
import type { Env } from "./env.ts";

/** Opens what of the audit chain stands outside the database; makes the key where there is none yet. */
export const openVault = async ({ auditKeyFile, auditCheckpointFile }: Env): Promise<AuditVault> => {
  await createSigningKeyFile(auditKeyFile);
  return { keys: await readSigningKeys(auditKeyFile), copyPath: auditCheckpointFile };
};
