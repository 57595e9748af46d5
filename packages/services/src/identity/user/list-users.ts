import { and, asc, eq, inArray, sql, type SQL, type Tx } from "@tsunagari/db";
import { userAccount } from "@tsunagari/db/schema";
import { foldName } from "@tsunagari/domain/case";
import { ListUsers } from "@tsunagari/domain/identity";
import { defineQuery, type KeyRing } from "../../kernel/index.ts";
import { loadInvitations } from "../link/invitation.ts";
import { openUserName } from "../names.ts";
import { presentUser } from "../present.ts";
import { loadAssignments, loadNamesOf } from "../store.ts";

/**
 * Whose name, or whose organization's or department's, holds every word. Names lie under the city's key; a city has some
 * hundreds of users, so they are opened and compared here, with the spellings of D-24, instead of being kept as grams.
 */
const findUserIds = async (
  { tx, keys }: { readonly tx: Tx; readonly keys: KeyRing },
  where: SQL | undefined,
  keyword: string,
): Promise<readonly string[]> => {
  const words = keyword.split(/\s+/u).map(foldName);
  const rows = await tx.select().from(userAccount).where(where);
  const names = await loadNamesOf(tx, rows, []);
  return rows
    .filter((row) => {
      const belongings = [row.departmentId, row.organizationId].map((id) => names.get(id ?? "") ?? "");
      const texts = [openUserName(keys, row), ...belongings].map(foldName);
      return words.every((word) => texts.some((text) => text.includes(word)));
    })
    .map(({ id }) => id);
};

/** One page of the city's users with their roles, in the order in which they were registered. */
export const listUsers = defineQuery({
  action: "identity.listUsers",
  input: ListUsers,
  run: async (step) => {
    const { tx, keys, municipalityId, input, now, today, may } = step;
    const filters = and(
      eq(userAccount.municipalityId, municipalityId),
      input.portal ? eq(userAccount.kind, input.portal) : undefined,
      input.status ? eq(userAccount.status, input.status) : undefined,
      input.organizationId ? eq(userAccount.organizationId, input.organizationId) : undefined,
    );
    const found = input.keyword === null ? null : await findUserIds(step, filters, input.keyword);
    const where = found === null ? filters : and(filters, inArray(userAccount.id, [...found]));
    const [counted] = await tx
      .select({ total: sql<number>`count(*)::integer` })
      .from(userAccount)
      .where(where);
    const rows = await tx
      .select()
      .from(userAccount)
      .where(where)
      .orderBy(asc(userAccount.id))
      .limit(input.pageSize)
      .offset((input.page - 1) * input.pageSize);
    const userIds = rows.map((row) => row.id);
    const assignments = await loadAssignments(tx, municipalityId, userIds);
    const invitations = await loadInvitations(tx, municipalityId, userIds);
    const names = await loadNamesOf(tx, rows, assignments);
    return {
      total: counted?.total ?? 0,
      users: rows.map((row) => presentUser({ row, assignments, names, keys, invitations, now, today, may })),
    };
  },
});
