import { BeginPlanning } from "@tsunagari/domain/case";
import { defineCommand } from "../kernel/index.ts";
import { moveCase } from "./move.ts";
import { loadCaseForUpdate } from "./store.ts";

/** Goes on to the plan, once every member and the agencies already in are listed. */
export const beginPlanning = defineCommand({
  action: "case.beginPlanning",
  input: BeginPlanning,
  load: (step) => loadCaseForUpdate(step, step.input.caseId),
  run: ({ facts, input, ...step }) => moveCase(step, { ...step, ...input, event: "beginPlanning", from: facts.status }),
});
