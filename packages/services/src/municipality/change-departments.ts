import { and, eq, gt, isNull, or, type Tx } from "@tsunagari/db";
import { department, departmentName } from "@tsunagari/db/schema";
import type { CivilDate } from "@tsunagari/domain";
import { AddDepartment, canTakeNameFrom, EndDepartment, RenameDepartment } from "@tsunagari/domain/municipality";
import { defineCommand, demandOne, demandVersion, fail, newId } from "../kernel/index.ts";
import {
  findDepartmentOn,
  getDepartment,
  nameOfDepartment,
  nextDepartmentOrder,
  type Department,
} from "./departments.ts";
import { recordChange } from "./history.ts";
import { lockRow } from "./lock-row.ts";

type Scope = { readonly tx: Tx; readonly municipalityId: string };

const refuse = (path: string) =>
  fail("invalid_input", "municipality.unknown_department", { fields: [{ path, code: "not_a_choice" }] });

const raise = async (
  { tx, municipalityId }: Scope,
  row: Department,
  changes: { readonly untilOn?: CivilDate; readonly successorId?: string | null } = {},
): Promise<void> => {
  demandOne(
    await tx
      .update(department)
      .set({ ...changes, version: row.version + 1 })
      .where(and(eq(department.municipalityId, municipalityId), eq(department.id, row.id)))
      .returning({ id: department.id }),
  );
};

/** Adds a section or an agency from a day on (C-08). */
export const addDepartment = defineCommand({
  action: "municipality.addDepartment",
  input: AddDepartment,
  load: ({ municipalityId }) => Promise.resolve({ municipalityId }),
  run: async (step) => {
    const { tx, municipalityId, input } = step;
    const { parentId, kind, name, sinceOn } = input;
    const parent = parentId === null ? null : await findDepartmentOn(step, parentId, sinceOn);
    if (parentId !== null && parent === null) return refuse("parentId");
    const id = newId<"department">();
    const sortOrder = await nextDepartmentOrder(step);
    await tx.insert(department).values({ municipalityId, id, parentId, kind, name, sinceOn, sortOrder });
    return recordChange(step, {
      action: "municipality.addDepartment",
      kind: "department",
      id,
      subject: name,
      before: null,
      after: { name, kind, parent: parent && nameOfDepartment(parent, sinceOn), sinceOn },
    });
  },
});

/** Gives a department another name from a day on; its people, rights and records stay where they are. */
export const renameDepartment = defineCommand({
  action: "municipality.renameDepartment",
  input: RenameDepartment,
  load: (step) => lockRow(step, department, step.input.departmentId),
  run: async (step) => {
    const { tx, municipalityId, input } = step;
    const { departmentId, name, sinceOn } = input;
    const row = await getDepartment(step, departmentId);
    demandVersion(row.version, input.version);
    if (!canTakeNameFrom(row, row.names, sinceOn)) return fail("invalid_state", "municipality.before_current");
    const before = nameOfDepartment(row, sinceOn);
    await tx
      .insert(departmentName)
      .values({ municipalityId, id: newId<"departmentName">(), departmentId, name, sinceOn });
    await raise(step, row);
    return recordChange(step, {
      action: "municipality.renameDepartment",
      kind: "department",
      id: departmentId,
      subject: before,
      before: { name: before },
      after: { name, sinceOn },
    });
  },
});

const hasPartsOn = async ({ tx, municipalityId }: Scope, parentId: string, on: CivilDate): Promise<boolean> => {
  const parts = await tx
    .select({ id: department.id })
    .from(department)
    .where(
      and(
        eq(department.municipalityId, municipalityId),
        eq(department.parentId, parentId),
        or(isNull(department.untilOn), gt(department.untilOn, on)),
      ),
    )
    .limit(1);
  return parts.length > 0;
};

/** Ends a department, naming who carries on where somebody does (C-08). Who works in it keeps his account and roles. */
export const endDepartment = defineCommand({
  action: "municipality.endDepartment",
  input: EndDepartment,
  load: (step) => lockRow(step, department, step.input.departmentId),
  run: async (step) => {
    const { departmentId, untilOn, successorId, version } = step.input;
    const row = await getDepartment(step, departmentId);
    demandVersion(row.version, version);
    if (row.untilOn !== null) return fail("invalid_state", "municipality.already_ended");
    if (untilOn <= row.sinceOn || row.names.some((name) => name.sinceOn >= untilOn)) {
      return fail("invalid_state", "municipality.outside_period");
    }
    if (successorId === departmentId) return fail("invalid_state", "municipality.carried_on_by_itself");
    const successor = successorId === null ? null : await findDepartmentOn(step, successorId, untilOn);
    if (successorId !== null && successor === null) return refuse("successorId");
    if (await hasPartsOn(step, departmentId, untilOn)) return fail("invalid_state", "municipality.has_parts");
    await raise(step, row, { untilOn, successorId });
    return recordChange(step, {
      action: "municipality.endDepartment",
      kind: "department",
      id: departmentId,
      subject: nameOfDepartment(row, untilOn),
      before: { untilOn: null, successor: null },
      after: { untilOn, successor: successor && nameOfDepartment(successor, untilOn) },
    });
  },
});
