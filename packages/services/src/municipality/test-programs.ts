import { programs } from "@tsunagari/domain/municipality";

/** Rows of a city file: every program is in operation, so nothing of the main path is closed. */
export const allProgramsRun = programs.map((program) => ({
  program,
  status: "inOperation" as const,
  modes: ["direct" as const],
  sinceOn: "2016-04-01",
}));
