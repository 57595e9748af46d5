import type { ActivityContent, Audience } from "@tsunagari/domain/activity";
import { audiences, asWeekday } from "@tsunagari/domain/activity";
import { asId, civilDateOf } from "@tsunagari/domain";
import { contentColumns, publishedColumns } from "@tsunagari/services/activity";
import type postgres from "postgres";
import { copyRows } from "./copy-rows.ts";
import { chance, pick, worldCity, worldId } from "./ids.ts";
import { activityText, organizationText } from "./vocabulary.ts";

const batch = 1000;
const day = 86_400_000;

/** `days` before (or, negative, after) the day the world was made. */
const daysBefore = (made: Date, days: number): string =>
  new Date(made.getTime() + 9 * 3_600_000 - days * day).toISOString().slice(0, 10);

/** The organization an activity belongs to, and with it the place and the area. */
export const organizationOf = (index: number, size: number): number => 1 + (index % (size / 20));
export const areaOf = (organization: number): string => worldId("area", 1 + (organization % worldCity.areas));

/** What the nth activity says. */
export const contentOf = (index: number, size: number, made: Date): ActivityContent => {
  const { category, title, summary, description } = activityText(index);
  const isWeekly = chance(index, 20) < 0.8;
  const skipped = chance(index, 21) < 0.1 ? [civilDateOf(daysBefore(made, -7 * Math.ceil(chance(index, 22) * 8)))] : [];
  const whom: readonly Audience[] = audiences.filter((_, at) => chance(index, 40 + at) < 0.25);
  return {
    title,
    titleKana: null,
    category,
    summary,
    description,
    audiences: whom.length === 0 ? ["anyone"] : whom,
    audienceNote: null,
    schedule: isWeekly
      ? {
          kind: "weekly",
          weekday: asWeekday(1 + Math.floor(chance(index, 23) * 7)),
          fromTime: pick(["09:30", "10:00", "13:30", "17:00"], chance(index, 24)),
          toTime: "19:00",
          firstOn: civilDateOf(daysBefore(made, Math.floor(chance(index, 25) * 900) - 60)),
          lastOn: null,
          skippedOn: skipped,
        }
      : { kind: "byAppointment" },
    scheduleNote: null,
    placeId: asId<"place">(worldId("place", organizationOf(index, size))),
    contactName: "事務局",
    contactPhone: "0568-00-0000",
    contactMail: null,
    contactWebsite: null,
    isFree: chance(index, 26) < 0.7,
    feeNote: chance(index, 26) < 0.7 ? null : "一回300円",
    joinWay: pick(["dropIn", "reserve", "contactFirst"], chance(index, 27)),
    joinNote: null,
    accessibility: chance(index, 28) < 0.5 ? ["wheelchair"] : [],
    accessibilityNote: null,
  };
};

const nothingElse = { nameKana: "てすと", kind: "residents", description: "", website: null };
const nowhereElse = { postalCode: null, directions: null, latitude: null, longitude: null };

const publishedOf = (index: number, size: number, content: ActivityContent) => {
  const organization = organizationOf(index, size);
  const { name, placeName, address } = organizationText(organization);
  return publishedColumns({
    municipalityId: worldCity.id,
    areaIds: [areaOf(organization)],
    content,
    organization: { id: worldId("organization", organization), name, ...nothingElse },
    place: { name: placeName, address, ...nowhereElse },
  });
};

const rowsOf = (index: number, size: number, made: Date) => {
  const shared = { municipalityId: worldCity.id, organizationId: worldId("organization", organizationOf(index, size)) };
  const id = worldId("activity", index);
  const versionId = worldId("activityVersion", index);
  const content = contentOf(index, size, made);
  const verifiedOn = daysBefore(made, Math.floor(chance(index, 29) * 200));
  const at = made.toISOString();
  return {
    activity: { ...shared, id, status: "published", publishedVersionId: versionId, acceptsReferrals: true, verifiedOn },
    version: {
      ...shared,
      id: versionId,
      activityId: id,
      number: 1,
      status: "approved",
      decidedAt: at,
      ...contentColumns(content),
    },
    published: { ...shared, id, publishedAt: at, verifiedOn, ...publishedOf(index, size, content) },
  };
};

/** Loads the activities with their published rows, which the program's own projection makes. */
export const loadActivities = async (
  sql: postgres.Sql,
  world: { readonly size: number; readonly made: Date },
): Promise<void> => {
  for (let from = 1; from <= world.size; from += batch) {
    const count = Math.min(batch, world.size - from + 1);
    const rows = Array.from({ length: count }, (_, at) => rowsOf(from + at, world.size, world.made));
    await copyRows(
      sql,
      "activity",
      rows.map((row) => row.activity),
    );
    await copyRows(
      sql,
      "activity_version",
      rows.map((row) => row.version),
    );
    await copyRows(
      sql,
      "published_activity",
      rows.map((row) => row.published),
    );
  }
};

/** Loads organizations and their places. */
export const loadOrganizations = async (
  sql: postgres.Sql,
  world: { readonly size: number; readonly made: Date },
): Promise<void> => {
  const numbers = Array.from({ length: world.size / 20 }, (_, at) => at + 1);
  const municipalityId = worldCity.id;
  const since = daysBefore(world.made, 2600);
  await copyRows(
    sql,
    "organization",
    numbers.map((n) => ({
      municipalityId,
      id: worldId("organization", n),
      name: organizationText(n).name,
      nameKana: "てすと",
      kind: "residents",
      description: "",
      status: "active",
      sinceOn: since,
    })),
  );
  await copyRows(
    sql,
    "place",
    numbers.map((n) => ({
      municipalityId,
      id: worldId("place", n),
      organizationId: worldId("organization", n),
      name: organizationText(n).placeName,
      address: organizationText(n).address,
    })),
  );
  await copyRows(
    sql,
    "place_area",
    numbers.map((n) => ({
      municipalityId,
      id: worldId("placeArea", n),
      placeId: worldId("place", n),
      schemeId: worldCity.schemeId,
      areaId: areaOf(n),
    })),
  );
};
