import { sql } from "drizzle-orm";
import { fenceHash } from "./fence-hash.ts";
import type { Tx } from "./transaction.ts";

let own: string | undefined;

/** Whether this database has been brought to this program's release, or beyond it: its fences have been put up here. */
export const hasThisRelease = async (tx: Tx): Promise<boolean> => {
  own ??= fenceHash();
  const [row] = await tx.execute(sql`select exists (select from app.fence_history where hash = ${own}) as has`);
  return row?.["has"] === true;
};
