import { asc, eq } from "@tsunagari/db";
import { closedDay, municipalitySetting } from "@tsunagari/db/schema";
import { GetSettings, settingKeys, settingsFrom } from "@tsunagari/domain/municipality";
import { defineQuery } from "../kernel/index.ts";

/** Every setting with its version (0 while it is the default), and the city's own closed days. */
export const getSettings = defineQuery({
  action: "municipality.getSettings",
  input: GetSettings,
  run: async ({ tx, municipalityId, may }) => {
    const rows = await tx
      .select()
      .from(municipalitySetting)
      .where(eq(municipalitySetting.municipalityId, municipalityId));
    const values = settingsFrom(rows);
    const closedDays = await tx
      .select({ closedOn: closedDay.closedOn, name: closedDay.name })
      .from(closedDay)
      .where(eq(closedDay.municipalityId, municipalityId))
      .orderBy(asc(closedDay.closedOn));
    return {
      settings: settingKeys.map((key) => ({
        key,
        value: values[key],
        version: rows.find((row) => row.key === key)?.version ?? 0,
      })),
      closedDays,
      abilities: {
        changeSetting: may("municipality.changeSetting", { municipalityId }),
        addClosedDay: may("municipality.addClosedDay", { municipalityId }),
        removeClosedDay: may("municipality.removeClosedDay", { municipalityId }),
      },
    };
  },
});
