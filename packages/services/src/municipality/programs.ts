import { and, asc, desc, eq, gt, inArray, isNull, lte, or, refersTo, type Tx } from "@tsunagari/db";
import { department, moduleSwitch, programDepartment, programStatus } from "@tsunagari/db/schema";
import { civilDateOf, type CivilDate } from "@tsunagari/domain";
import {
  cityModules,
  deliveryModes,
  isModuleOn,
  programs,
  programStateOn,
  programStatuses,
  type CityModule,
  type ModulePeriod,
  type Program,
  type ProgramPeriod,
  type ProgramState,
} from "@tsunagari/domain/municipality";
import { literalOf } from "../kernel/index.ts";
import { departmentNameToday } from "./department-name.ts";

type Scope = { readonly tx: Tx; readonly municipalityId: string };

export const dayOrNull = (day: string | null): CivilDate | null => (day === null ? null : civilDateOf(day));

export type ProgramRow = ProgramPeriod & {
  readonly id: string;
  readonly target: string | null;
  readonly version: number;
};

/** How the programs stood and will stand, in the order of their days. */
export const loadPrograms = async ({ tx, municipalityId }: Scope): Promise<readonly ProgramRow[]> => {
  const rows = await tx
    .select()
    .from(programStatus)
    .where(eq(programStatus.municipalityId, municipalityId))
    .orderBy(asc(programStatus.sinceOn));
  return rows.map((row) => ({
    id: row.id,
    program: literalOf(programs, row.program),
    status: literalOf(programStatuses, row.status),
    modes: row.modes.map((mode) => literalOf(deliveryModes, mode)),
    target: row.target,
    sinceOn: civilDateOf(row.sinceOn),
    untilOn: dayOrNull(row.untilOn),
    version: row.version,
  }));
};

/** Who carries each period out, by the id of the period. */
export const loadCarriers = async ({ tx, municipalityId }: Scope, periodIds: readonly string[]) => {
  if (periodIds.length === 0) return new Map<string, { id: string; name: string }[]>();
  const rows = await tx
    .select({ periodId: programDepartment.programStatusId, id: department.id, name: departmentNameToday })
    .from(programDepartment)
    .innerJoin(department, refersTo(programDepartment, "departmentId", department))
    .where(
      and(
        eq(programDepartment.municipalityId, municipalityId),
        inArray(programDepartment.programStatusId, [...periodIds]),
      ),
    )
    .orderBy(asc(department.sortOrder), asc(department.id));
  return Map.groupBy(rows, (row) => row.periodId);
};

/** How a program stands on a day: whether the city offers it (C-03). */
export const loadProgramState = async (scope: Scope, program: Program, on: CivilDate): Promise<ProgramState> =>
  programStateOn(await loadPrograms(scope), program, on);

/** What the city has said about its rooms, past and planned. */
export const loadModules = async ({
  tx,
  municipalityId,
}: Scope): Promise<readonly (ModulePeriod & { readonly id: string; readonly version: number })[]> => {
  const rows = await tx
    .select()
    .from(moduleSwitch)
    .where(eq(moduleSwitch.municipalityId, municipalityId))
    .orderBy(asc(moduleSwitch.sinceOn));
  return rows.map((row) => ({
    id: row.id,
    module: literalOf(cityModules, row.module),
    isOn: row.isOn,
    sinceOn: civilDateOf(row.sinceOn),
    untilOn: dayOrNull(row.untilOn),
    version: row.version,
  }));
};

/** Whether a room of the program is open on a day (C-20). */
export const loadIsModuleOn = async (scope: Scope, module: CityModule, on: CivilDate): Promise<boolean> =>
  isModuleOn(await loadModules(scope), module, on);

/** The names of departments that exist on a day; fewer than asked for where one does not. */
export const findDepartmentsOn = async (
  { tx, municipalityId }: Scope,
  ids: readonly string[],
  on: CivilDate,
): Promise<readonly { readonly id: string; readonly name: string }[]> =>
  ids.length === 0
    ? []
    : tx
        .select({ id: department.id, name: departmentNameToday })
        .from(department)
        .where(
          and(
            eq(department.municipalityId, municipalityId),
            inArray(department.id, [...ids]),
            lte(department.sinceOn, on),
            or(isNull(department.untilOn), gt(department.untilOn, on)),
          ),
        )
        .orderBy(desc(department.sortOrder));
