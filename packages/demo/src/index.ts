import { civilDateOf, type CivilDate } from "@tsunagari/domain";
import type { System } from "@tsunagari/services/kernel";
import { seedActivities } from "./activities.ts";
import { seedCases } from "./cases.ts";
import { seedCountedGroups } from "./groups.ts";
import { citySlugs, readCityData, type CitySlug } from "./data.ts";
import { seedMeetings } from "./meetings.ts";
import { demandDemoDatabase, finish, foundCity, isFinished } from "./municipality.ts";
import { seedReading } from "./notices.ts";
import { seedOrganizations } from "./organizations.ts";
import { administrator, seedPersona } from "./people.ts";
import { seedPlatforms } from "./platforms.ts";
import { seedReferrals } from "./referrals.ts";
import { seedRetention } from "./retention.ts";
import { forEachOf, type Seeding } from "./seeding.ts";
import { demoSignIns, type SignIn } from "./sign-ins.ts";

export { demoPassword, demoSignIns, type SignIn } from "./sign-ins.ts";

/** The counted history ends on 2026-03-31 and never moves; what is live must lie after it. */
export const earliestDemoDay = civilDateOf("2026-04-01");

const seedCity = async (system: System, slug: CitySlug, day: CivilDate): Promise<void> => {
  const data = readCityData(slug);
  const municipalityId = await foundCity(system, data);
  if (await isFinished(system, municipalityId)) return;
  const seeding: Seeding = { system, municipalityId, day, data, given: new Map(), actors: new Map() };
  const { personas } = data;
  const isStaff = ({ portal }: { readonly portal: string }) => portal === "staff";
  await forEachOf(
    personas.filter(({ code }) => code === administrator),
    (persona) => seedPersona(seeding, persona),
  );
  const colleagues = personas.filter((persona) => isStaff(persona) && persona.code !== administrator);
  await forEachOf(colleagues, (persona) => seedPersona(seeding, persona));
  await seedOrganizations(seeding);
  await seedCountedGroups(seeding);
  await forEachOf(
    personas.filter((persona) => !isStaff(persona)),
    (persona) => seedPersona(seeding, persona),
  );
  await seedPlatforms(seeding);
  await seedActivities(seeding);
  await seedCases(seeding);
  await seedMeetings(seeding);
  await seedReferrals(seeding);
  await seedReading(seeding);
  await seedRetention(seeding);
  await finish(seeding);
};

/**
 * Fills the demo cities through the services, and answers who can sign in. A city that is finished is left as it is; one
 * whose seeding was broken off is carried on. Throws on a database that is not marked demo or test.
 */
export const seedDemo = async (system: System, { day }: { readonly day: CivilDate }): Promise<readonly SignIn[]> => {
  if (day < earliestDemoDay) throw new RangeError(`the demo cannot begin before ${earliestDemoDay}`);
  await demandDemoDatabase(system);
  for (const slug of citySlugs) await seedCity(system, slug, day);
  return demoSignIns;
};
