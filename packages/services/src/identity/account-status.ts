import { and, eq, type Tx } from "@tsunagari/db";
import { userAccount } from "@tsunagari/db/schema";
import type { UserStatus } from "@tsunagari/domain/identity";
import { demandOne } from "../kernel/index.ts";

/** Writes the state of an account; a trigger ends its sessions in the same transaction. */
export const writeStatus = async (
  tx: Tx,
  account: { readonly municipalityId: string; readonly userId: string; readonly version: number },
  status: UserStatus,
): Promise<void> => {
  demandOne(
    await tx
      .update(userAccount)
      .set({ status, version: account.version + 1 })
      .where(
        and(
          eq(userAccount.municipalityId, account.municipalityId),
          eq(userAccount.id, account.userId),
          eq(userAccount.version, account.version),
        ),
      )
      .returning({ id: userAccount.id }),
  );
};
