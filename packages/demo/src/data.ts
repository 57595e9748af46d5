import { readFileSync } from "node:fs";
import { CityFile } from "@tsunagari/domain/municipality";
import { ActivityFiles } from "./activities-file.ts";
import { CasesFile } from "./cases-file.ts";
import { GroupFiles } from "./groups-file.ts";
import { OrganizationFiles } from "./organizations-file.ts";
import { Personas } from "./people-file.ts";
import { StartFile } from "./start-file.ts";

/** Folders under `data`, in the order in which they are seeded and their people are listed. */
export const citySlugs = ["kasugai", "asaka", "toda", "koshigaya", "iruma"] as const;
export type CitySlug = (typeof citySlugs)[number];

/** One file of a city, as it is written. */
export const readJson = (slug: CitySlug, name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../data/${slug}/${name}.json`, import.meta.url), "utf8"));

/** Everything that is known of a city of the demo. Throws where a file is not of the expected shape. */
export const readCityData = (slug: CitySlug) => ({
  city: CityFile.parse(readJson(slug, "city")),
  start: StartFile.parse(readJson(slug, "start")),
  groups: GroupFiles.parse(readJson(slug, "groups")),
  organizations: OrganizationFiles.parse(readJson(slug, "organizations")),
  activities: ActivityFiles.parse(readJson(slug, "activities")),
  personas: Personas.parse(readJson(slug, "users")),
  ...CasesFile.parse(readJson(slug, "cases")),
});
export type CityData = ReturnType<typeof readCityData>;
