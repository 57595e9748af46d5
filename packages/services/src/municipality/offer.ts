import type { Tx } from "@tsunagari/db";
import type { CivilDate } from "@tsunagari/domain";
import {
  cityModules,
  GetOffer,
  isModuleOn,
  labelOn,
  programs,
  programStartOn,
  programStateOn,
  wasProgramRunBefore,
  type DatedLabel,
  type Program,
} from "@tsunagari/domain/municipality";
import { labelText } from "@tsunagari/messages";
import { defineQuery } from "../kernel/index.ts";
import { loadModules, loadPrograms } from "./programs.ts";
import { loadLabelsOn } from "./store.ts";

type Scope = { readonly tx: Tx; readonly municipalityId: string };

/** What the city calls a program on a day, or the wording of the law. */
export const labelOfProgram = (labels: readonly DatedLabel[], program: Program, on: CivilDate): string =>
  labelOn(labels, `program.${program}`, on) ?? labelText(`program.${program}`);

/** What the city runs and has open on a day. */
export const loadOffer = async (scope: Scope, on: CivilDate) => {
  const periods = await loadPrograms(scope);
  const modules = await loadModules(scope);
  const labels = await loadLabelsOn(scope.tx, scope.municipalityId, on);
  return {
    on,
    programs: programs.map((program) => ({
      program,
      name: labelOfProgram(labels, program, on),
      state: programStateOn(periods, program, on),
      /** Whether there may be records of it to read. */
      wasRun: wasProgramRunBefore(periods, program, on),
      startsOn: programStartOn(periods, program, on),
    })),
    modules: cityModules.map((module) => ({ module, isOn: isModuleOn(modules, module, on) })),
  };
};

/** What the city runs and has open today: menus hide or explain what is not offered. */
export const getOffer = defineQuery({
  action: "municipality.getOffer",
  input: GetOffer,
  run: (step) => loadOffer(step, step.today),
});
