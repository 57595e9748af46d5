import { and, asc, eq, gt, isNull, lte, or } from "@tsunagari/db";
import { department } from "@tsunagari/db/schema";
import { ListDepartments } from "@tsunagari/domain/municipality";
import { defineQuery } from "../kernel/index.ts";
import { departmentNameOn } from "./department-name.ts";
import { presentDepartment } from "./present.ts";

/** The city's sections and contracted agencies of a day, in their order. */
export const listDepartments = defineQuery({
  action: "municipality.listDepartments",
  input: ListDepartments,
  run: async ({ tx, municipalityId, input, today, may }) => {
    const on = input.on ?? today;
    const rows = await tx
      .select({ row: department, name: departmentNameOn(on) })
      .from(department)
      .where(
        and(
          eq(department.municipalityId, municipalityId),
          lte(department.sinceOn, on),
          or(isNull(department.untilOn), gt(department.untilOn, on)),
        ),
      )
      .orderBy(asc(department.sortOrder), asc(department.id));
    return {
      on,
      departments: rows.map(({ row, name }) => presentDepartment(row, name)),
      abilities: {
        addDepartment: may("municipality.addDepartment", { municipalityId }),
        renameDepartment: may("municipality.renameDepartment", { municipalityId }),
        endDepartment: may("municipality.endDepartment", { municipalityId }),
      },
    };
  },
});
