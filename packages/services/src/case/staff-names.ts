import { and, eq, inArray, refersTo } from "@tsunagari/db";
import { department, userAccount } from "@tsunagari/db/schema";
import { openUserName } from "../identity/index.ts";
import { departmentNameToday } from "../municipality/index.ts";
import type { KeyedScope } from "./persons.ts";

export type StaffName = { readonly name: string; readonly departmentName: string | null };

/** Names and departments of users by id; they are encrypted under the city's key. */
export const loadStaffNames = async (
  { tx, keys, municipalityId }: KeyedScope,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, StaffName>> => {
  const ids = [...new Set(userIds)];
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: userAccount.id, nameCiphertext: userAccount.nameCiphertext, departmentName: departmentNameToday })
    .from(userAccount)
    .leftJoin(department, refersTo(userAccount, "departmentId", department))
    .where(and(eq(userAccount.municipalityId, municipalityId), inArray(userAccount.id, ids)));
  return new Map(
    rows.map((row) => [
      row.id,
      {
        name: openUserName(keys, { municipalityId, ...row }),
        departmentName: row.departmentName,
      },
    ]),
  );
};
