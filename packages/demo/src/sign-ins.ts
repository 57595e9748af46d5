import type { Portal } from "@tsunagari/domain/identity";
import { citySlugs, readCityData } from "./data.ts";

/** One password for everybody: the demo holds nothing that is true. */
export const demoPassword = "demo-minna-no-machi-2026";

export type SignIn = {
  /** The name of the city. */
  readonly city: string;
  readonly portal: Portal;
  readonly label: string;
  readonly mail: string;
  readonly password: string;
  readonly note: string;
};

/** Who can sign in to the demo, city by city. */
export const demoSignIns: readonly SignIn[] = citySlugs.flatMap((slug) => {
  const { city, personas } = readCityData(slug);
  return personas.map(({ portal, label, mail, note }) => ({
    city: city.name,
    portal,
    label,
    mail,
    password: demoPassword,
    note,
  }));
});
