import type { CivilDate } from "../kernel/time.ts";
import type { CityModule } from "./city-module.ts";
import type { Program, ProgramState } from "./program.ts";

/** What a city runs and has open on a day, as portals are told. */
export type Offer = {
  readonly programs: readonly {
    readonly program: Program;
    /** What the city calls it. */
    readonly name: string;
    readonly state: ProgramState;
    /** Whether there may be records of it to read. */
    readonly wasRun: boolean;
    /** The day from which it will be run, where one is planned. */
    readonly startsOn: CivilDate | null;
  }[];
  readonly modules: readonly { readonly module: CityModule; readonly isOn: boolean }[];
};

/** Whether pages of a program have a place in the menu: it is run, or it left something to read. */
export const hasProgram = ({ programs }: Offer, wanted: Program): boolean =>
  programs.some(({ program, state, wasRun }) => program === wanted && (state === "run" || wasRun));

/** Whether pages of a room of the program have a place in the menu. */
export const hasModule = ({ modules }: Offer, wanted: CityModule): boolean =>
  modules.some(({ module, isOn }) => module === wanted && isOn);

/** What a page of the menu needs the city to run or to have open; nothing where it names none. */
export type OfferNeed = { readonly program?: Program; readonly module?: CityModule };

/** Whether a page has a place in the menu of this city. */
export const isOffered = ({ program, module }: OfferNeed, offer: Offer): boolean =>
  (program === undefined || hasProgram(offer, program)) && (module === undefined || hasModule(offer, module));
