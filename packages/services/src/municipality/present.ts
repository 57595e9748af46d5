import type { area, department, municipality } from "@tsunagari/db/schema";
import { asId, civilDateOf } from "@tsunagari/domain";
import { departmentKinds, type City } from "@tsunagari/domain/municipality";
import { literalOf } from "../kernel/index.ts";
import { dayOrNull } from "./programs.ts";

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
  sinceOn: civilDateOf(row.sinceOn),
  untilOn: dayOrNull(row.untilOn),
  version: row.version,
});

/** A section or agency as lists and forms show it. */
export const presentDepartment = (row: typeof department.$inferSelect, name: string) => ({
  id: row.id,
  parentId: row.parentId,
  kind: literalOf(departmentKinds, row.kind),
  /** Of the day that was asked for. */
  name,
  sinceOn: civilDateOf(row.sinceOn),
  untilOn: dayOrNull(row.untilOn),
  successorId: row.successorId,
  version: row.version,
});
