import { BeginAssessment } from "@tsunagari/domain/case";
import { defineCommand } from "../kernel/index.ts";
import { moveCase } from "./move.ts";
import { loadCaseForUpdate } from "./store.ts";

/** Begins the assessment of the household; the person's information-sharing consent is the policy's guard. */
export const beginAssessment = defineCommand({
  action: "case.beginAssessment",
  input: BeginAssessment,
  load: (step) => loadCaseForUpdate(step, step.input.caseId),
  run: ({ facts, input, ...step }) =>
    moveCase(step, { ...step, ...input, event: "beginAssessment", from: facts.status }),
});
