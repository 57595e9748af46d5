import { and, asc, eq, gt, isNull, lte, or, type Tx } from "@tsunagari/db";
import { closedDay, label, municipalitySetting } from "@tsunagari/db/schema";
import type { BusinessCalendar, CivilDate } from "@tsunagari/domain";
import { civilDateOf } from "@tsunagari/domain";
import { labelKeys, settingsFrom, type DatedLabel, type SettingValues } from "@tsunagari/domain/municipality";
import { businessCalendar } from "./business-calendar.ts";

/** The settings of a city, defaults where it has changed nothing. */
export const loadSettings = async (tx: Tx, municipalityId: string): Promise<SettingValues> =>
  settingsFrom(
    await tx
      .select({ key: municipalitySetting.key, value: municipalitySetting.value })
      .from(municipalitySetting)
      .where(eq(municipalitySetting.municipalityId, municipalityId)),
  );

/** On which days the city works (D-12). */
export const loadCalendar = async (tx: Tx, municipalityId: string): Promise<BusinessCalendar> => {
  const rows = await tx
    .select({ closedOn: closedDay.closedOn })
    .from(closedDay)
    .where(eq(closedDay.municipalityId, municipalityId));
  return businessCalendar(rows.map((row) => civilDateOf(row.closedOn)));
};

/** The version of the newest name under each key, planned ones too: what a rename must have seen. */
export const loadNewestVersions = async (tx: Tx, municipalityId: string): Promise<ReadonlyMap<string, number>> => {
  const rows = await tx
    .select({ key: label.key, version: label.version })
    .from(label)
    .where(eq(label.municipalityId, municipalityId))
    .orderBy(asc(label.sinceOn));
  return new Map(rows.map((row) => [row.key, row.version]));
};

/** The names the city gave that were in force on a day. */
export const loadLabelsOn = async (
  tx: Tx,
  municipalityId: string,
  on: CivilDate,
): Promise<readonly (DatedLabel & { readonly version: number })[]> => {
  const rows = await tx
    .select()
    .from(label)
    .where(
      and(
        eq(label.municipalityId, municipalityId),
        lte(label.sinceOn, on),
        or(isNull(label.untilOn), gt(label.untilOn, on)),
      ),
    );
  return rows.flatMap((row) => {
    const key = labelKeys.find((known) => known === row.key);
    if (!key) return [];
    return [
      {
        key,
        text: row.text,
        sinceOn: civilDateOf(row.sinceOn),
        untilOn: row.untilOn === null ? null : civilDateOf(row.untilOn),
        version: row.version,
      },
    ];
  });
};
