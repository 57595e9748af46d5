export { getAccessSheet } from "./access-sheet.ts";
export { listCaseAccess } from "./list-case-access.ts";
export { listPersonAccess } from "./list-person-access.ts";
export { readPublicKeys, writePublicKeys, type PublicKeys } from "./checkpoint.ts";
export { readCheckpointCopy } from "./checkpoint-copy.ts";
export { getAuditChain } from "./get-chain.ts";
export { sealEntries } from "./seal.ts";
export {
  createSigningKeyFile,
  readSigningKeys,
  rotateSigningKey,
  temporarySigningKeys,
  type SigningKeys,
} from "./signing-keys.ts";
export { takeCheckpoint } from "./take-checkpoint.ts";
export type { AuditVault } from "./vault.ts";
export type { ChainProblem } from "./verify.ts";
export { checkCity, verifyCity } from "./verify-city.ts";
export { wasCheckedToday } from "./was-checked.ts";
