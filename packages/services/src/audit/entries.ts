import { and, count, desc, eq, gte, inArray, lt, or } from "@tsunagari/db";
import { auditEntry, auditSubject, department, organization, referral } from "@tsunagari/db/schema";
import { addDays, startOfDay, type CivilDate } from "@tsunagari/domain";
import { auditKinds } from "@tsunagari/domain/audit";
import { loadStaffNames, type KeyedScope, type Scope } from "../case/index.ts";
import { literalOf } from "../kernel/index.ts";
import { departmentNameToday } from "../municipality/index.ts";

/** About whom or what the log is asked. */
export type AuditFilter = ({ readonly personId: string } | { readonly caseId: string }) & {
  readonly fromOn: CivilDate | null;
  readonly toOn: CivilDate | null;
};

/**
 * Entries that name the person or the case, and those that name one of their referrals: a partner knows neither person
 * nor case, so what it read stands under the referral.
 */
const entryIds = ({ tx, municipalityId }: Scope, filter: AuditFilter) => {
  const isPerson = "personId" in filter;
  const referrals = tx
    .select({ id: referral.id })
    .from(referral)
    .where(
      and(
        eq(referral.municipalityId, municipalityId),
        isPerson ? eq(referral.personId, filter.personId) : eq(referral.caseId, filter.caseId),
      ),
    );
  return tx
    .select({ id: auditSubject.auditId })
    .from(auditSubject)
    .where(
      and(
        eq(auditSubject.municipalityId, municipalityId),
        or(
          isPerson ? eq(auditSubject.personId, filter.personId) : eq(auditSubject.caseId, filter.caseId),
          and(eq(auditSubject.kind, "referral"), inArray(auditSubject.subjectId, referrals)),
        ),
      ),
    );
};

const whereOf = (scope: Scope, filter: AuditFilter) =>
  and(
    eq(auditEntry.municipalityId, scope.municipalityId),
    inArray(auditEntry.id, entryIds(scope, filter)),
    filter.fromOn === null ? undefined : gte(auditEntry.at, startOfDay(filter.fromOn)),
    filter.toOn === null ? undefined : lt(auditEntry.at, startOfDay(addDays(filter.toOn, 1))),
  );

/** How many entries there are. */
export const countEntries = async (scope: Scope, filter: AuditFilter): Promise<number> => {
  const [row] = await scope.tx.select({ entries: count() }).from(auditEntry).where(whereOf(scope, filter));
  return row?.entries ?? 0;
};

const namesOf = async (
  { tx, municipalityId }: Scope,
  ids: { readonly departments: readonly string[]; readonly organizations: readonly string[] },
): Promise<ReadonlyMap<string, string>> => {
  const departments =
    ids.departments.length === 0
      ? []
      : await tx
          .select({ id: department.id, name: departmentNameToday })
          .from(department)
          .where(and(eq(department.municipalityId, municipalityId), inArray(department.id, [...ids.departments])));
  const organizations =
    ids.organizations.length === 0
      ? []
      : await tx
          .select({ id: organization.id, name: organization.name })
          .from(organization)
          .where(
            and(eq(organization.municipalityId, municipalityId), inArray(organization.id, [...ids.organizations])),
          );
  return new Map([...departments, ...organizations].map((row) => [row.id, row.name]));
};

/** Who, when, for which department or organization, what; the latest first. Never what was written (D-36). */
export const presentEntries = async (
  scope: KeyedScope,
  filter: AuditFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
) => {
  const rows = await scope.tx
    .select()
    .from(auditEntry)
    .where(whereOf(scope, filter))
    .orderBy(desc(auditEntry.at), desc(auditEntry.id))
    .limit(limit)
    .offset(offset);
  const users = await loadStaffNames(
    scope,
    rows.flatMap((row) => row.userId ?? []),
  );
  const bodies = await namesOf(scope, {
    departments: rows.flatMap((row) => row.departmentId ?? []),
    organizations: rows.flatMap((row) => row.organizationId ?? []),
  });
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    kind: literalOf(auditKinds, row.kind),
    action: row.action,
    actorKind: literalOf(["staff", "partner", "worker"], row.actorKind),
    by: row.userId === null ? null : (users.get(row.userId)?.name ?? null),
    belongsTo: bodies.get(row.departmentId ?? row.organizationId ?? "") ?? null,
  }));
};
