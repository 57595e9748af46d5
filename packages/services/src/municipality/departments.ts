import { and, asc, eq, sql, type Tx } from "@tsunagari/db";
import { department, departmentName } from "@tsunagari/db/schema";
import { civilDateOf, isInForce, type CivilDate } from "@tsunagari/domain";
import { nameOn, type LaterName } from "@tsunagari/domain/municipality";
import { demandFound } from "../kernel/index.ts";
import { dayOrNull } from "./programs.ts";

type Scope = { readonly tx: Tx; readonly municipalityId: string };

/** A department with its days and the names it took on later. */
export const findDepartment = async ({ tx, municipalityId }: Scope, id: string) => {
  const [row] = await tx
    .select()
    .from(department)
    .where(and(eq(department.municipalityId, municipalityId), eq(department.id, id)));
  if (!row) return null;
  const names: readonly LaterName[] = (
    await tx
      .select({ name: departmentName.name, sinceOn: departmentName.sinceOn })
      .from(departmentName)
      .where(and(eq(departmentName.municipalityId, municipalityId), eq(departmentName.departmentId, id)))
      .orderBy(asc(departmentName.sinceOn))
  ).map(({ name, sinceOn }) => ({ name, sinceOn: civilDateOf(sinceOn) }));
  return { ...row, sinceOn: civilDateOf(row.sinceOn), untilOn: dayOrNull(row.untilOn), names };
};
export type Department = NonNullable<Awaited<ReturnType<typeof findDepartment>>>;

export const getDepartment = async (scope: Scope, id: string): Promise<Department> =>
  demandFound(await findDepartment(scope, id));

/** The name a department bore on a day. */
export const nameOfDepartment = ({ name, names }: Department, on: CivilDate): string => nameOn(name, names, on);

/** A department that exists on a day; null where it does not. */
export const findDepartmentOn = async (scope: Scope, id: string, on: CivilDate): Promise<Department | null> => {
  const found = await findDepartment(scope, id);
  return found && isInForce(found, on) ? found : null;
};

/** After all that there are. */
export const nextDepartmentOrder = async ({ tx, municipalityId }: Scope): Promise<number> => {
  const [row] = await tx
    .select({ last: sql<number | null>`max(${department.sortOrder})` })
    .from(department)
    .where(eq(department.municipalityId, municipalityId));
  return (row?.last ?? 0) + 10;
};
