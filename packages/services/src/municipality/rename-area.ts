import { and, eq } from "@tsunagari/db";
import { area } from "@tsunagari/db/schema";
import { RenameArea } from "@tsunagari/domain/municipality";
import { defineCommand, demandFound, demandOne } from "../kernel/index.ts";
import { recordChange } from "./history.ts";
import { lockRow } from "./lock-row.ts";

/** Gives an area its name (D-40). */
export const renameArea = defineCommand({
  action: "municipality.renameArea",
  input: RenameArea,
  load: (step) => lockRow(step, area, step.input.areaId),
  run: async (step) => {
    const { tx, municipalityId, input } = step;
    const [row] = await tx
      .select({ name: area.name })
      .from(area)
      .where(and(eq(area.municipalityId, municipalityId), eq(area.id, input.areaId)));
    const { name } = demandFound(row);
    demandOne(
      await tx
        .update(area)
        .set({ name: input.name, version: input.version + 1 })
        .where(and(eq(area.municipalityId, municipalityId), eq(area.id, input.areaId), eq(area.version, input.version)))
        .returning({ id: area.id }),
    );
    return recordChange(step, {
      action: "municipality.renameArea",
      kind: "area",
      id: input.areaId,
      subject: name,
      before: { name },
      after: { name: input.name },
    });
  },
});
