import { and, eq } from "@tsunagari/db";
import { supportCase } from "@tsunagari/db/schema";
import { UpdateIntake } from "@tsunagari/domain/case";
import { asStaff, defineCommand, demandFound, demandOne, openCaseKey, sealText } from "../kernel/index.ts";
import { demandNotAfter } from "./dates.ts";
import { demandDepartment } from "./open.ts";
import { addCaseEvent, caseTextPlace, findCase, loadCaseForUpdate } from "./store.ts";

/** Corrects what was noted at the intake. */
export const updateIntake = defineCommand({
  action: "case.updateIntake",
  input: UpdateIntake,
  load: (step) => loadCaseForUpdate(step, step.input.caseId),
  run: async (step) => {
    const { tx, keys, municipalityId, input, now, today } = step;
    demandNotAfter(today, { receivedOn: input.receivedOn });
    await demandDepartment(step, input.sourceDepartmentId, "sourceDepartmentId");
    const row = demandFound(await findCase(step, input.caseId));
    const { source, sourceDepartmentId, lifeIssues, urgency, receivedOn } = input;
    const place = caseTextPlace("support_case", { column: "summary_ciphertext", municipalityId, rowId: row.id });
    demandOne(
      await tx
        .update(supportCase)
        .set({
          source,
          sourceDepartmentId,
          lifeIssues,
          urgency,
          receivedOn,
          summaryCiphertext: sealText(openCaseKey(keys, row), input.summary, place),
          version: input.version + 1,
        })
        .where(
          and(
            eq(supportCase.municipalityId, municipalityId),
            eq(supportCase.id, row.id),
            eq(supportCase.version, input.version),
          ),
        )
        .returning({ id: supportCase.id }),
    );
    await addCaseEvent(step, { caseId: row.id, kind: "intakeUpdated", userId: asStaff(step.actor).userId, at: now });
    return { id: row.id, subjects: [{ kind: "case", id: row.id, caseId: row.id }] };
  },
});
