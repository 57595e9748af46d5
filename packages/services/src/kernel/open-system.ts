import { createDatabase } from "@tsunagari/db";
import type { Log, System } from "./context.ts";
import { readKeyFile, type KeyRing } from "./key-ring.ts";

export type OpenSystem = System & { readonly close: () => Promise<void> };

type Sources = {
  /** As the login role, which owns nothing. */
  readonly databaseUrl: string;
  /** The path of a key file, or keys that are at hand already. */
  readonly keys: string | KeyRing;
  readonly log?: Log;
  readonly poolSize?: number;
};

/** The system for a program without a server: refuses a login that passes fences. `close` ends its connections. */
export const openSystem = async ({ databaseUrl, keys, log, poolSize }: Sources): Promise<OpenSystem> => {
  const db = createDatabase(databaseUrl, { poolSize: poolSize ?? 4 });
  try {
    await db.assertSafeLogin();
    return {
      db,
      keys: typeof keys === "string" ? await readKeyFile(keys) : keys,
      log: log ?? (() => undefined),
      close: db.close,
    };
  } catch (error) {
    await db.close();
    throw error;
  }
};
