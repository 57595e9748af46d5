import { settingDefaults } from "@tsunagari/domain/municipality";
import type { CivilDate, MunicipalityId } from "@tsunagari/domain";
import { addDays, civilDateOf } from "@tsunagari/domain";
import { changeSetting, findCity, foundMunicipality, getSettings } from "@tsunagari/services/municipality";
import { inTransaction, readClock, type System } from "@tsunagari/services/kernel";
import type { CityData } from "./data.ts";
import { clockAt } from "./moment.ts";
import { as, requestOf, type Seeding } from "./seeding.ts";
import { stableId } from "./stable-id.ts";

export const firstDayOf = (data: CityData): CivilDate => civilDateOf(data.start.startsOn);

/** D-34: only a database marked demo or test heeds a set clock; any other may be a real one and gets no invented people. */
export const demandDemoDatabase = async (system: System): Promise<void> => {
  const clock = "2023-04-03T00:00:00.000Z";
  const actor = { kind: "public", municipalityId: null } as const;
  const { now } = await inTransaction({ ...system, clock, actor }, readClock);
  if (now.toISOString() !== clock) throw new Error("The database is not marked as a demo, so nothing is seeded.");
};

/** Founds the city, or finds the one that stands. */
export const foundCity = async (system: System, data: CityData): Promise<MunicipalityId> => {
  const { city } = data;
  const standing = await findCity(system, city.slug);
  if (standing) return standing.id;
  const founded = await foundMunicipality({ ...system, clock: clockAt(firstDayOf(data), "08:30") }, city, {
    requestId: requestOf({ data }, "found"),
    idOf: (kind, code) => stableId(city.slug, kind, code),
  });
  return founded.id;
};

/**
 * The last thing that is written of a city, so that it tells a finished seeding from one that was broken off. No city
 * file states it (`data.test.ts`).
 */
export const lastSetting = "smallNumberLimit";

export const isFinished = async (system: System, municipalityId: MunicipalityId): Promise<boolean> => {
  const actor = { kind: "worker", municipalityId, job: "demo" } as const;
  const { settings } = await getSettings.execute({ ...system, actor }, {});
  return settings.some(({ key, version }) => key === lastSetting && version > 0);
};

/** D-17: the limit is the city's own decision, so it is written down although it is the default. */
export const finish = async (seeding: Seeding): Promise<void> => {
  await changeSetting.execute(as(seeding, "kanri", clockAt(addDays(seeding.day, -1), "19:00")), {
    requestId: requestOf(seeding, "finish"),
    key: lastSetting,
    value: settingDefaults[lastSetting],
    version: 0,
  });
};
