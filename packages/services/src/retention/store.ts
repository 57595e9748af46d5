import { and, asc, eq, inArray, sql, type Tx } from "@tsunagari/db";
import { retentionDue } from "@tsunagari/db/schema";
import { civilDateOf, hasRole, transition, type Actor, type MunicipalityId } from "@tsunagari/domain";
import {
  retentionMachine,
  retentionOfficerRole,
  retentionStatuses,
  type RetentionEvent,
  type RetentionFacts,
  type RetentionStatus,
} from "@tsunagari/domain/retention";
import { demandFound, demandOne, demandVersion, fail, literalOf, type Outcome } from "../kernel/index.ts";

export type Scope = { readonly tx: Tx; readonly municipalityId: MunicipalityId };
export type RetentionDueRow = typeof retentionDue.$inferSelect;
/** A record as its viewer saw it. */
export type Seen = { readonly retentionDueId: string; readonly version: number };

const isOneOf = ({ municipalityId }: Pick<Scope, "municipalityId">, ids: readonly string[]) =>
  and(eq(retentionDue.municipalityId, municipalityId), inArray(retentionDue.id, [...ids]));

/** The state of a record from its column. */
export const statusOf = (row: RetentionDueRow): RetentionStatus => literalOf(retentionStatuses, row.status);

/** Whether the city has named the actor; asked of the database only for who could be. */
export const findIsNamedOfficer = async ({
  tx,
  actor,
}: {
  readonly tx: Tx;
  readonly actor: Actor;
}): Promise<boolean> => {
  if (actor.kind !== "staff" || !hasRole(actor, retentionOfficerRole)) return false;
  const [row] = await tx.execute<{ named: boolean }>(sql`select app.is_retention_officer() as named`);
  return row?.named ?? false;
};

/** The facts of some records with their rows locked; null unless the fence shows all of them. */
export const lockFacts = async (
  step: Scope & { readonly actor: Actor },
  ids: readonly string[],
): Promise<RetentionFacts | null> => {
  const select = () => step.tx.select().from(retentionDue).where(isOneOf(step, ids)).orderBy(asc(retentionDue.id));
  // Whom the fence lets write nothing finds no row to lock; the policy then says why.
  await select().for("update");
  const rows = await select();
  if (rows.length !== new Set(ids).size) return null;
  const destroysOn = rows.flatMap((row) => row.destroysOn ?? []).toSorted();
  return {
    municipalityId: step.municipalityId,
    statuses: rows.map(statusOf),
    isNamedOfficer: await findIsNamedOfficer(step),
    destroysOn: destroysOn.length === 0 ? null : civilDateOf(destroysOn.at(-1) ?? ""),
  };
};

type Changes = Partial<Omit<RetentionDueRow, "municipalityId" | "id" | "caseId" | "caseNumber" | "status" | "version">>;

/** No decision, as a record has none that is newly listed. */
export const undecided = {
  postponedUntilOn: null,
  postponeReason: null,
  decidedBy: null,
  decidedAt: null,
  destroysOn: null,
} as const satisfies Changes;

/** Moves the records as they were seen, all or none. The act is audited with the case each is about. */
export const moveRecords = async (
  scope: Scope,
  seen: readonly Seen[],
  move: { readonly event: RetentionEvent; readonly changes: Changes },
): Promise<Outcome> => {
  const { tx, municipalityId } = scope;
  const rows = await tx
    .select()
    .from(retentionDue)
    .where(
      isOneOf(
        scope,
        seen.map((one) => one.retentionDueId),
      ),
    );
  const subjects = [];
  for (const { retentionDueId, version } of seen) {
    const row = demandFound(rows.find((one) => one.id === retentionDueId));
    demandVersion(row.version, version);
    const status = transition<RetentionStatus, typeof retentionMachine>("retention", retentionMachine, {
      event: move.event,
      state: statusOf(row),
    });
    demandOne(
      await tx
        .update(retentionDue)
        .set({ ...move.changes, status, version: version + 1 })
        .where(
          and(
            eq(retentionDue.municipalityId, municipalityId),
            eq(retentionDue.id, row.id),
            eq(retentionDue.version, version),
          ),
        )
        .returning({ id: retentionDue.id }),
    );
    subjects.push({ kind: "case", id: row.caseId, caseId: row.caseId });
  }
  return { id: seen[0]?.retentionDueId ?? fail("invalid_input", "kernel.invalid_input"), subjects };
};
