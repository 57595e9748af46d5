import { and, eq } from "@tsunagari/db";
import { area } from "@tsunagari/db/schema";
import { RenameArea } from "@tsunagari/domain/municipality";
import { defineCommand, demandOne } from "../kernel/index.ts";

/** Gives an area its name (D-40). */
export const renameArea = defineCommand({
  action: "municipality.renameArea",
  input: RenameArea,
  load: async ({ tx, municipalityId, input }) => {
    const [row] = await tx
      .select({ id: area.id })
      .from(area)
      .where(and(eq(area.municipalityId, municipalityId), eq(area.id, input.areaId)))
      .for("update");
    return row ? { municipalityId } : null;
  },
  run: async ({ tx, municipalityId, input }) => {
    demandOne(
      await tx
        .update(area)
        .set({ name: input.name, version: input.version + 1 })
        .where(and(eq(area.municipalityId, municipalityId), eq(area.id, input.areaId), eq(area.version, input.version)))
        .returning({ id: area.id }),
    );
    return { id: input.areaId, subjects: [{ kind: "area", id: input.areaId }] };
  },
});
