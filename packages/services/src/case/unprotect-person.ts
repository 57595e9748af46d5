import { UnprotectPerson } from "@tsunagari/domain/case";
import { defineCommand, fail, userIdOf } from "../kernel/index.ts";
import { touchPerson } from "./person-change.ts";
import { addCaseEvent, getPerson, loadPersonForUpdate } from "./store.ts";

/** Lowers the protection of a person: a supervisor, with a reason (D-23). */
export const unprotectPerson = defineCommand({
  action: "case.unprotect",
  input: UnprotectPerson,
  load: (step) => loadPersonForUpdate(step, step.input.personId),
  run: async (step) => {
    const { input } = step;
    const row = await getPerson(step, input.personId);
    if (!row.isProtected) fail("invalid_state", "case.not_protected");
    const outcome = await touchPerson(step, row, { version: input.version, flags: { isProtected: false } });
    const note = input.reason;
    const userId = userIdOf(step.actor);
    await addCaseEvent(step, { caseId: row.caseId, kind: "protectionLowered", userId, at: step.now, note });
    return outcome;
  },
});
