import { and, asc, count, desc, eq, inArray, type SQL } from "@tsunagari/db";
import { retentionDue } from "@tsunagari/db/schema";
import { civilDateOf, type CivilDate } from "@tsunagari/domain";
import {
  ListDestroyed,
  ListRetention,
  postponeReasons,
  waitingRetentionStatuses,
  type RetentionFacts,
} from "@tsunagari/domain/retention";
import { loadStaffNames } from "../case/index.ts";
import { defineQuery, literalOf, type RunStep } from "../kernel/index.ts";
import { findIsNamedOfficer, statusOf, type RetentionDueRow } from "./store.ts";

const dateOrNull = (text: string | null): CivilDate | null => (text === null ? null : civilDateOf(text));

/** A record as the list shows it: number and dates, no name (D-36). */
const presentRecord = (row: RetentionDueRow, names: Awaited<ReturnType<typeof loadStaffNames>>) => ({
  id: row.id,
  caseNumber: row.caseNumber,
  status: statusOf(row),
  completedOn: civilDateOf(row.completedOn),
  dueOn: civilDateOf(row.dueOn),
  postponedUntilOn: dateOrNull(row.postponedUntilOn),
  postponeReason: row.postponeReason === null ? null : literalOf(postponeReasons, row.postponeReason),
  decidedBy: row.decidedBy === null ? null : (names.get(row.decidedBy)?.name ?? null),
  decidedAt: row.decidedAt,
  destroysOn: dateOrNull(row.destroysOn),
  destroyedAt: row.destroyedAt,
  version: row.version,
});

type Step = RunStep<{ readonly page: number; readonly pageSize: number }, null>;

const loadPage = async (step: Step, where: SQL | undefined, order: readonly SQL[]) => {
  const { tx, input } = step;
  const [counted] = await tx.select({ total: count() }).from(retentionDue).where(where);
  const rows = await tx
    .select()
    .from(retentionDue)
    .where(where)
    .orderBy(...order)
    .limit(input.pageSize)
    .offset((input.page - 1) * input.pageSize);
  const names = await loadStaffNames(
    step,
    rows.flatMap((row) => row.decidedBy ?? []),
  );
  return { total: counted?.total ?? 0, rows, names };
};

/** What waits: to be confirmed, put off, or to be destroyed. The longest due first. */
export const listRetention = defineQuery({
  action: "retention.list",
  input: ListRetention,
  run: async (step) => {
    const { municipalityId, input, may } = step;
    const statuses = input.status === undefined ? waitingRetentionStatuses : [input.status];
    const where = and(eq(retentionDue.municipalityId, municipalityId), inArray(retentionDue.status, [...statuses]));
    const { total, rows, names } = await loadPage(step, where, [asc(retentionDue.dueOn), asc(retentionDue.caseNumber)]);
    const isNamedOfficer = await findIsNamedOfficer(step);
    const factsOf = (row: RetentionDueRow): RetentionFacts => ({
      municipalityId,
      statuses: [statusOf(row)],
      isNamedOfficer,
      destroysOn: dateOrNull(row.destroysOn),
    });
    return {
      total,
      isNamedOfficer,
      items: rows.map((row) => ({
        ...presentRecord(row, names),
        abilities: {
          confirm: may("retention.confirm", factsOf(row)),
          revoke: may("retention.revoke", factsOf(row)),
          postpone: may("retention.postpone", factsOf(row)),
          resume: may("retention.resume", factsOf(row)),
        },
      })),
    };
  },
});

/** What was destroyed, the latest first, and who had confirmed it. */
export const listDestroyed = defineQuery({
  action: "retention.list",
  input: ListDestroyed,
  run: async (step) => {
    const where = and(eq(retentionDue.municipalityId, step.municipalityId), eq(retentionDue.status, "destroyed"));
    const { total, rows, names } = await loadPage(step, where, [
      desc(retentionDue.destroyedAt),
      asc(retentionDue.caseNumber),
    ]);
    return { total, items: rows.map((row) => presentRecord(row, names)) };
  },
});
