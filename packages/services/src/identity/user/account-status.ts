import { and, eq, type Tx } from "@tsunagari/db";
import { userAccount } from "@tsunagari/db/schema";
import type { UserStatus } from "@tsunagari/domain/identity";
import { demandOne } from "../../kernel/index.ts";

type SeenAccount = { readonly municipalityId: string; readonly userId: string; readonly version: number };

const write = async (tx: Tx, account: SeenAccount, changes: { readonly status?: UserStatus }): Promise<void> => {
  demandOne(
    await tx
      .update(userAccount)
      .set({ ...changes, version: account.version + 1 })
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

/** Writes the state of an account; a trigger ends its sessions in the same transaction. */
export const writeStatus = (tx: Tx, account: SeenAccount, status: UserStatus): Promise<void> =>
  write(tx, account, { status });

/** Counts a change to what hangs on the account, such as its invitation: who saw it before acts on it no more. */
export const countChange = (tx: Tx, account: SeenAccount): Promise<void> => write(tx, account, {});
