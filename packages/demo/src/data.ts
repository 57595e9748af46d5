import { readFileSync } from "node:fs";
import { ActivityFiles } from "./activities-file.ts";
import { CasesFile } from "./cases-file.ts";
import { CityFile } from "./city-file.ts";
import { OrganizationFiles } from "./organizations-file.ts";
import { Personas } from "./people-file.ts";

/** Folders under `data`, in the order in which they are seeded. */
export const citySlugs = ["kasugai", "toda"] as const;
export type CitySlug = (typeof citySlugs)[number];

const read = (slug: CitySlug, name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../data/${slug}/${name}.json`, import.meta.url), "utf8"));

/** Everything that is known of a city of the demo. Throws where a file is not of the expected shape. */
export const readCityData = (slug: CitySlug) => ({
  city: CityFile.parse(read(slug, "city")),
  organizations: OrganizationFiles.parse(read(slug, "organizations")),
  activities: ActivityFiles.parse(read(slug, "activities")),
  personas: Personas.parse(read(slug, "users")),
  ...CasesFile.parse(read(slug, "cases")),
});
export type CityData = ReturnType<typeof readCityData>;
