import type { CivilDate, Dated } from "../kernel/time.ts";
import { isInForce } from "../kernel/time.ts";

/** Rooms of the program a city may leave closed (C-20). */
export const cityModules = [
  "platform",
  "foodNetwork",
  "partnerRegistration",
  "supporters",
  "leaflet",
  "training",
  "points",
  "remoteConsultation",
  "careLeaders",
  "watchOver",
] as const;
export type CityModule = (typeof cityModules)[number];

/** Open where the city has said nothing: what has always been there stays, what comes later is asked for. */
export const moduleDefaults: Readonly<Record<CityModule, boolean>> = {
  platform: true,
  foodNetwork: false,
  partnerRegistration: false,
  supporters: false,
  leaflet: false,
  training: false,
  points: false,
  remoteConsultation: false,
  careLeaders: false,
  watchOver: false,
};

export type ModulePeriod = Dated & { readonly module: CityModule; readonly isOn: boolean };

/** Whether a room is open on a day. */
export const isModuleOn = (periods: readonly ModulePeriod[], module: CityModule, on: CivilDate): boolean =>
  periods.find((row) => row.module === module && isInForce(row, on))?.isOn ?? moduleDefaults[module];
