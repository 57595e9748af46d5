import { CloseCase } from "@tsunagari/domain/case";
import { defineCommand } from "../kernel/index.ts";
import { moveCase } from "./move.ts";
import { loadCaseForUpdate } from "./store.ts";

/** Closes the episode; decisions of meetings end with it (D-05). */
export const closeCase = defineCommand({
  action: "case.close",
  input: CloseCase,
  load: (step) => loadCaseForUpdate(step, step.input.caseId),
  run: ({ facts, input, ...step }) =>
    moveCase(step, {
      ...step,
      caseId: input.caseId,
      version: input.version,
      note: input.note,
      event: "close",
      from: facts.status,
      also: { closedOn: step.today, closeReason: input.reason },
    }),
});
