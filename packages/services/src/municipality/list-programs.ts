import { ListPrograms, programOn, programs, programStateOn } from "@tsunagari/domain/municipality";
import { defineQuery } from "../kernel/index.ts";
import { loadCarriers, loadPrograms } from "./programs.ts";
import { loadLabelsOn } from "./store.ts";
import { labelOfProgram } from "./offer.ts";

/** The programs with how they stand on a day, and how they stood and will stand (C-03, C-04). */
export const listPrograms = defineQuery({
  action: "municipality.listPrograms",
  input: ListPrograms,
  run: async (step) => {
    const { tx, municipalityId, input, today, may } = step;
    const on = input.on ?? today;
    const periods = await loadPrograms(step);
    const carriers = await loadCarriers(
      step,
      periods.map(({ id }) => id),
    );
    const labels = await loadLabelsOn(tx, municipalityId, on);
    const present = ({ version: _version, program: _program, ...period }: (typeof periods)[number]) => ({
      ...period,
      departments: (carriers.get(period.id) ?? []).map(({ id, name }) => ({ id, name })),
    });
    return {
      on,
      programs: programs.map((program) => {
        const own = periods.filter((period) => period.program === program);
        const current = programOn(own, program, on);
        return {
          program,
          name: labelOfProgram(labels, program, on),
          state: programStateOn(own, program, on),
          current: current && present(current),
          periods: own.map(present),
          version: own.at(-1)?.version ?? 0,
        };
      }),
      abilities: { setProgram: may("municipality.setProgram", { municipalityId }) },
    };
  },
});
