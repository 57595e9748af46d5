import { and, eq, type Tx } from "@tsunagari/db";
import { programDepartment, programStatus } from "@tsunagari/db/schema";
import type { CivilDate } from "@tsunagari/domain";
import { canRenameFrom, SetProgram, type ChangeValues } from "@tsunagari/domain/municipality";
import type { z } from "zod";
import { defineCommand, demandOne, demandVersion, fail, newId } from "../kernel/index.ts";
import { recordChange } from "./history.ts";
import { findDepartmentsOn, loadCarriers, loadPrograms, type ProgramRow } from "./programs.ts";

const valuesOf = (
  row: Pick<ProgramRow, "status" | "modes" | "target" | "sinceOn" | "untilOn">,
  departments: readonly string[],
): ChangeValues => ({
  status: row.status,
  modes: row.modes,
  departments,
  target: row.target,
  sinceOn: row.sinceOn,
  untilOn: row.untilOn,
});

type Scope = { readonly tx: Tx; readonly municipalityId: string };

/** The row before ends where the new one begins. */
const endBefore = async ({ tx, municipalityId }: Scope, last: ProgramRow | null, sinceOn: CivilDate): Promise<void> => {
  if (last === null || (last.untilOn !== null && last.untilOn <= sinceOn)) return;
  demandOne(
    await tx
      .update(programStatus)
      .set({ untilOn: sinceOn, version: last.version + 1 })
      .where(and(eq(programStatus.municipalityId, municipalityId), eq(programStatus.id, last.id)))
      .returning({ id: programStatus.id }),
  );
};

const insertPeriod = async ({ tx, municipalityId }: Scope, id: string, input: z.output<typeof SetProgram>) => {
  const { program, status, modes, departmentIds, target, sinceOn } = input;
  const version = input.version + 1;
  await tx
    .insert(programStatus)
    .values({ municipalityId, id, program, status, modes: [...modes], target, sinceOn, version });
  if (departmentIds.length === 0) return;
  await tx.insert(programDepartment).values(
    departmentIds.map((departmentId) => ({
      municipalityId,
      id: newId<"programDepartment">(),
      programStatusId: id,
      departmentId,
    })),
  );
};

/** Says how a program stands from a day on (C-03); what stood before ends the day before and stays true for its time. */
export const setProgram = defineCommand({
  action: "municipality.setProgram",
  input: SetProgram,
  load: async ({ tx, municipalityId, input }) => {
    await tx
      .select({ id: programStatus.id })
      .from(programStatus)
      .where(and(eq(programStatus.municipalityId, municipalityId), eq(programStatus.program, input.program)))
      .for("update");
    return { municipalityId };
  },
  run: async (step) => {
    const { input } = step;
    const { program, status, modes, departmentIds, target, sinceOn } = input;
    const last = (await loadPrograms(step)).filter((row) => row.program === program).at(-1) ?? null;
    demandVersion(last?.version ?? 0, input.version);
    if (!canRenameFrom(last, sinceOn)) return fail("invalid_state", "municipality.before_current");
    const departments = await findDepartmentsOn(step, departmentIds, sinceOn);
    if (departments.length !== departmentIds.length) {
      const fields = [{ path: "departmentIds", code: "not_a_choice" }];
      return fail("invalid_input", "municipality.unknown_department", { fields });
    }
    const carriers = last ? ((await loadCarriers(step, [last.id])).get(last.id) ?? []) : [];
    await endBefore(step, last, sinceOn);
    const id = newId<"programStatus">();
    await insertPeriod(step, id, input);
    return recordChange(step, {
      action: "municipality.setProgram",
      kind: "program",
      id,
      subject: program,
      before:
        last &&
        valuesOf(
          last,
          carriers.map(({ name }) => name),
        ),
      after: valuesOf(
        { status, modes, target, sinceOn, untilOn: null },
        departments.map(({ name }) => name),
      ),
    });
  },
});
