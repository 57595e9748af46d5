import { AddMember } from "@tsunagari/domain/case";
import { defineCommand, fail, userIdOf } from "../kernel/index.ts";
import { demandNotAfter } from "./dates.ts";
import { insertPerson } from "./persons.ts";
import { addCaseEvent, listPersons, loadCaseForUpdate } from "./store.ts";

/** Adds a member of the household. */
export const addMember = defineCommand({
  action: "case.addMember",
  input: AddMember,
  load: (step) => loadCaseForUpdate(step, step.input.caseId),
  run: async (step) => {
    const { input, now, today } = step;
    const { caseId, relation, isProtected } = input;
    if (relation === "self") fail("invalid_state", "case.second_self");
    demandNotAfter(today, { "person.identity.birthOn": input.person.identity.birthOn });
    const sortOrder = (await listPersons(step, caseId)).length;
    const id = await insertPerson(step, { caseId, relation, isProtected, sortOrder, data: input.person });
    await addCaseEvent(step, { caseId, kind: "memberAdded", userId: userIdOf(step.actor), at: now });
    return { id, subjects: [{ kind: "person", id, caseId, personId: id }] };
  },
});
