import { and, eq, inArray, sql, type Tx } from "@tsunagari/db";
import { activity, activityVersion, organization, place, placeArea } from "@tsunagari/db/schema";
import { asId, civilDateOf, type CivilDate, type OrganizationId } from "@tsunagari/domain";
import {
  accessibilityFlags,
  activityCategories,
  activityVersionStatuses,
  asWeekday,
  audiences,
  joinWays,
  scheduleKinds,
  workingStatuses,
  type ActivityContent,
  type ActivityVersionStatus,
  type Schedule,
} from "@tsunagari/domain/activity";
import { literalOf } from "../kernel/index.ts";

export type VersionRow = typeof activityVersion.$inferSelect;
export type ActivityRow = typeof activity.$inferSelect;

export const dateOrNull = (value: string | null): CivilDate | null => (value === null ? null : civilDateOf(value));

/** Hours and minutes of a `time` column, which gives seconds too. */
const hoursAndMinutes = (value: string): string => value.slice(0, 5);

const scheduleOf = (row: VersionRow): Schedule => {
  if (literalOf(scheduleKinds, row.scheduleKind) === "byAppointment") return { kind: "byAppointment" };
  const { weekday, fromTime, toTime, firstOn } = row;
  if (weekday === null || fromTime === null || toTime === null || firstOn === null) {
    throw new Error("a weekly schedule is not whole");
  }
  return {
    kind: "weekly",
    weekday: asWeekday(weekday),
    fromTime: hoursAndMinutes(fromTime),
    toTime: hoursAndMinutes(toTime),
    firstOn: civilDateOf(firstOn),
    lastOn: dateOrNull(row.lastOn),
    skippedOn: row.skippedOn.map(civilDateOf),
  };
};

/** What a stored version says. */
export const contentOf = (row: VersionRow): ActivityContent => ({
  title: row.title,
  titleKana: row.titleKana,
  category: literalOf(activityCategories, row.category),
  summary: row.summary,
  description: row.description,
  audiences: row.audiences.map((value) => literalOf(audiences, value)),
  audienceNote: row.audienceNote,
  schedule: scheduleOf(row),
  scheduleNote: row.scheduleNote,
  placeId: asId<"place">(row.placeId),
  contactName: row.contactName,
  contactPhone: row.contactPhone,
  contactMail: row.contactMail,
  contactWebsite: row.contactWebsite,
  isFree: row.isFree,
  feeNote: row.feeNote,
  joinWay: literalOf(joinWays, row.joinWay),
  joinNote: row.joinNote,
  accessibility: row.accessibility.map((value) => literalOf(accessibilityFlags, value)),
  accessibilityNote: row.accessibilityNote,
});

const noWeeklyColumns = {
  weekday: null,
  fromTime: null,
  toTime: null,
  firstOn: null,
  lastOn: null,
  skippedOn: [] as string[],
};

/** The columns that hold a content. */
export const contentColumns = (content: ActivityContent) => {
  const { schedule, audiences: whom, accessibility, ...columns } = content;
  const { kind: scheduleKind, ...weekly } = schedule;
  return {
    ...columns,
    audiences: [...whom],
    accessibility: [...accessibility],
    scheduleKind,
    ...noWeeklyColumns,
    ...weekly,
    skippedOn: schedule.kind === "weekly" ? [...schedule.skippedOn] : [],
  };
};

export const versionStatusOf = (row: VersionRow): ActivityVersionStatus =>
  literalOf(activityVersionStatuses, row.status);

/** An activity with its public and its working version; the two are all that still matters. */
export type ActivityRows = {
  readonly activity: ActivityRow;
  readonly published: VersionRow | null;
  readonly working: VersionRow | null;
};

/** The rows of one activity, or null where the fences hide it. */
export const findActivityRows = async (
  tx: Tx,
  municipalityId: string,
  activityId: string,
): Promise<ActivityRows | null> => {
  const [row] = await tx
    .select()
    .from(activity)
    .where(and(eq(activity.municipalityId, municipalityId), eq(activity.id, activityId)));
  if (!row) return null;
  const versions = await tx
    .select()
    .from(activityVersion)
    .where(
      and(
        eq(activityVersion.municipalityId, municipalityId),
        eq(activityVersion.activityId, activityId),
        inArray(activityVersion.status, ["approved", ...workingStatuses]),
      ),
    );
  return {
    activity: row,
    published: versions.find((version) => version.status === "approved") ?? null,
    working: versions.find((version) => version.status !== "approved") ?? null,
  };
};

/** The areas of places; those the fences hide count for none. */
export const findAreasOfPlaces = async (tx: Tx, municipalityId: string, placeIds: readonly string[]) => {
  if (placeIds.length === 0) return [];
  return tx
    .select({ placeId: placeArea.placeId, areaId: placeArea.areaId })
    .from(placeArea)
    .where(and(eq(placeArea.municipalityId, municipalityId), inArray(placeArea.placeId, [...placeIds])));
};

/** A place of the organization that is still in use, or null. */
export const findOpenPlace = async (
  tx: Tx,
  municipalityId: string,
  of: { readonly placeId: string; readonly organizationId: OrganizationId },
) => {
  const [row] = await tx
    .select({ id: place.id })
    .from(place)
    .where(
      and(
        eq(place.municipalityId, municipalityId),
        eq(place.id, of.placeId),
        eq(place.organizationId, of.organizationId),
        eq(place.isEnded, false),
      ),
    );
  return row ?? null;
};

/** The status of an organization, its row held so that it is not suspended meanwhile. */
export const holdOrganization = async (tx: Tx, municipalityId: string, organizationId: string) => {
  const [row] = await tx
    .select({ status: organization.status })
    .from(organization)
    .where(and(eq(organization.municipalityId, municipalityId), eq(organization.id, organizationId)))
    .for("share");
  return row ?? null;
};

export const nextNumber = async (tx: Tx, municipalityId: string, activityId: string): Promise<number> => {
  const [row] = await tx
    .select({ last: sql<number | null>`max(${activityVersion.number})` })
    .from(activityVersion)
    .where(and(eq(activityVersion.municipalityId, municipalityId), eq(activityVersion.activityId, activityId)));
  return (row?.last ?? 0) + 1;
};
