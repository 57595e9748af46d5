import type { SigningKeys } from "./signing-keys.ts";

/** What of the chain stands outside the database. */
export type AuditVault = {
  readonly keys: SigningKeys;
  /** The file with the copy of the checkpoints. */
  readonly copyPath: string;
};
