import { cityModules, isModuleOn, ListModules } from "@tsunagari/domain/municipality";
import { defineQuery } from "../kernel/index.ts";
import { loadModules } from "./programs.ts";

/** The rooms of the program with whether they are open on a day, were, and will be (C-20). */
export const listModules = defineQuery({
  action: "municipality.listModules",
  input: ListModules,
  run: async (step) => {
    const { municipalityId, input, today, may } = step;
    const on = input.on ?? today;
    const periods = await loadModules(step);
    return {
      on,
      modules: cityModules.map((module) => {
        const own = periods.filter((period) => period.module === module);
        return {
          module,
          isOn: isModuleOn(own, module, on),
          periods: own.map(({ isOn, sinceOn, untilOn }) => ({ isOn, sinceOn, untilOn })),
          version: own.at(-1)?.version ?? 0,
        };
      }),
      abilities: { switchModule: may("municipality.switchModule", { municipalityId }) },
    };
  },
});
