import { and, count, desc, eq, refersTo } from "@tsunagari/db";
import { municipalityChange, userAccount } from "@tsunagari/db/schema";
import { changeSubjectKinds, fieldChanges, ListChanges, type ChangeValues } from "@tsunagari/domain/municipality";
import { z } from "zod";
import { defineQuery, literalOf, openForCity } from "../kernel/index.ts";

const Values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]));
const readValues = (stored: unknown): ChangeValues | null => (stored === null ? null : Values.parse(stored));

/** Who changed what of the city's set-up, when, from what to what; the newest on top. */
export const listChanges = defineQuery({
  action: "municipality.listChanges",
  input: ListChanges,
  run: async ({ tx, keys, municipalityId, input }) => {
    const where = and(
      eq(municipalityChange.municipalityId, municipalityId),
      input.kind === null ? undefined : eq(municipalityChange.subjectKind, input.kind),
    );
    const [total] = await tx.select({ changes: count() }).from(municipalityChange).where(where);
    const rows = await tx
      .select({ change: municipalityChange, nameCiphertext: userAccount.nameCiphertext })
      .from(municipalityChange)
      .leftJoin(userAccount, refersTo(municipalityChange, "userId", userAccount))
      .where(where)
      .orderBy(desc(municipalityChange.changedAt), desc(municipalityChange.id))
      .limit(input.pageSize)
      .offset((input.page - 1) * input.pageSize);
    const nameOf = (rowId: string, envelope: Buffer) =>
      openForCity(keys, envelope, { table: "user_account", column: "name_ciphertext", municipalityId, rowId });
    return {
      total: total?.changes ?? 0,
      page: input.page,
      pageSize: input.pageSize,
      items: rows.map(({ change, nameCiphertext }) => ({
        id: change.id,
        at: change.changedAt,
        action: change.action,
        kind: literalOf(changeSubjectKinds, change.subjectKind),
        subjectId: change.subjectId,
        subject: change.subject,
        /** Nobody's account where the city was set up from the machine. */
        by: change.userId === null || nameCiphertext === null ? null : nameOf(change.userId, nameCiphertext),
        fields: fieldChanges(readValues(change.before), readValues(change.after)),
      })),
    };
  },
});
