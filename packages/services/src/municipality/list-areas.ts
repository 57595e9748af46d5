import { and, asc, eq, gt, isNull, lte, or } from "@tsunagari/db";
import { area, areaScheme } from "@tsunagari/db/schema";
import { ListAreas } from "@tsunagari/domain/municipality";
import { defineQuery } from "../kernel/index.ts";
import { presentArea } from "./present.ts";

/** The area schemes of the city, each with its areas of a day in their order. */
export const listAreas = defineQuery({
  action: "municipality.listAreas",
  input: ListAreas,
  run: async ({ tx, municipalityId, input, today, may }) => {
    const on = input.on ?? today;
    const schemes = await tx
      .select()
      .from(areaScheme)
      .where(eq(areaScheme.municipalityId, municipalityId))
      .orderBy(asc(areaScheme.code));
    const areas = await tx
      .select()
      .from(area)
      .where(
        and(
          eq(area.municipalityId, municipalityId),
          lte(area.sinceOn, on),
          or(isNull(area.untilOn), gt(area.untilOn, on)),
        ),
      )
      .orderBy(asc(area.sortOrder), asc(area.code));
    return {
      on,
      schemes: schemes.map((scheme) => ({
        id: scheme.id,
        code: scheme.code,
        name: scheme.name,
        isDisclosable: scheme.isDisclosable,
        tier: scheme.tier,
        version: scheme.version,
        areas: areas.filter((row) => row.schemeId === scheme.id).map(presentArea),
      })),
      abilities: {
        addAreaScheme: may("municipality.addAreaScheme", { municipalityId }),
        changeAreaScheme: may("municipality.changeAreaScheme", { municipalityId }),
        addArea: may("municipality.addArea", { municipalityId }),
        renameArea: may("municipality.renameArea", { municipalityId }),
        endArea: may("municipality.endArea", { municipalityId }),
      },
    };
  },
});
