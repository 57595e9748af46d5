import { UpdatePerson } from "@tsunagari/domain/case";
import { defineCommand, fail } from "../kernel/index.ts";
import { demandNotAfter } from "./dates.ts";
import { touchPerson } from "./person-change.ts";
import { writePersonFields } from "./persons.ts";
import { getPerson, loadPersonForUpdate } from "./store.ts";

/** Changes what is stored about a person, group by group. */
export const updatePerson = defineCommand({
  action: "case.updatePerson",
  input: UpdatePerson,
  load: (step) => loadPersonForUpdate(step, step.input.personId),
  run: async (step) => {
    const { input, today } = step;
    demandNotAfter(today, { "changes.identity.birthOn": input.changes.identity?.birthOn });
    const row = await getPerson(step, input.personId);
    if (row.isRemoved) fail("invalid_state", "case.member_left");
    const outcome = await touchPerson(step, row, { version: input.version });
    await writePersonFields(step, { caseId: row.caseId, personId: row.id }, input.changes);
    return outcome;
  },
});
