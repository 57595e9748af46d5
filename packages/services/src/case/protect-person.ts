import { ProtectPerson } from "@tsunagari/domain/case";
import { defineCommand, fail, userIdOf } from "../kernel/index.ts";
import { touchPerson } from "./person-change.ts";
import { addCaseEvent, getPerson, loadPersonForUpdate } from "./store.ts";

/** Raises the protection of a person at once (D-23): no version is asked, so that nothing can stand in its way. */
export const protectPerson = defineCommand({
  action: "case.protect",
  input: ProtectPerson,
  load: (step) => loadPersonForUpdate(step, step.input.personId),
  run: async (step) => {
    const row = await getPerson(step, step.input.personId);
    if (row.isProtected) fail("invalid_state", "case.already_protected");
    const outcome = await touchPerson(step, row, { version: row.version, flags: { isProtected: true } });
    const userId = userIdOf(step.actor);
    await addCaseEvent(step, { caseId: row.caseId, kind: "protectionRaised", userId, at: step.now });
    return outcome;
  },
});
