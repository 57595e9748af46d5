import type { area, department, municipality } from "@tsunagari/db/schema";
import { asId } from "@tsunagari/domain";
import type { City } from "@tsunagari/domain/municipality";

/** What anyone may know of a city. */
export const presentCity = (row: typeof municipality.$inferSelect): City => ({
  id: asId<"municipality">(row.id),
  slug: row.slug,
  name: row.name,
  nameKana: row.nameKana,
});

/** An area as lists and forms show it. */
export const presentArea = (row: typeof area.$inferSelect) => ({
  id: row.id,
  schemeId: row.schemeId,
  parentId: row.parentId,
  code: row.code,
  name: row.name,
  version: row.version,
});

/** A section or agency as lists and forms show it. */
export const presentDepartment = (row: typeof department.$inferSelect) => ({
  id: row.id,
  parentId: row.parentId,
  kind: row.kind,
  name: row.name,
});
