import { and, eq, gt, isNull, or, refersTo, sql, type Tx } from "@tsunagari/db";
import { area, areaScheme } from "@tsunagari/db/schema";
import { civilDateOf, isInForce, type CivilDate } from "@tsunagari/domain";
import { AddArea, AddAreaScheme, ChangeAreaScheme, EndArea } from "@tsunagari/domain/municipality";
import { defineCommand, demandFound, demandOne, demandVersion, fail, newId } from "../kernel/index.ts";
import { recordChange } from "./history.ts";
import { lockRow } from "./lock-row.ts";
import { dayOrNull } from "./programs.ts";

type Scope = { readonly tx: Tx; readonly municipalityId: string };

const findArea = async ({ tx, municipalityId }: Scope, id: string) => {
  const [row] = await tx
    .select()
    .from(area)
    .where(and(eq(area.municipalityId, municipalityId), eq(area.id, id)));
  return row ? { ...row, sinceOn: civilDateOf(row.sinceOn), untilOn: dayOrNull(row.untilOn) } : null;
};

/** Adds a kind of area list; one city has several over the same ground (C-05). Its id serves as its code. */
export const addAreaScheme = defineCommand({
  action: "municipality.addAreaScheme",
  input: AddAreaScheme,
  load: ({ municipalityId }) => Promise.resolve({ municipalityId }),
  run: async (step) => {
    const { tx, municipalityId, input } = step;
    const { name, isDisclosable, tier } = input;
    const id = newId<"areaScheme">();
    await tx.insert(areaScheme).values({ municipalityId, id, code: id, name, isDisclosable, tier });
    return recordChange(step, {
      action: "municipality.addAreaScheme",
      kind: "areaScheme",
      id,
      subject: name,
      before: null,
      after: { name, isDisclosable, tier },
    });
  },
});

/**
 * Changes what a scheme is called, its tier, and whether its areas may be named to partners before acceptance. Where they
 * may no longer, the packet fence hides them from open packets at the next reading (D-10).
 */
export const changeAreaScheme = defineCommand({
  action: "municipality.changeAreaScheme",
  input: ChangeAreaScheme,
  load: (step) => lockRow(step, areaScheme, step.input.schemeId),
  run: async (step) => {
    const { tx, municipalityId, input, now } = step;
    const { schemeId, name, isDisclosable, tier } = input;
    const wanted = and(eq(areaScheme.municipalityId, municipalityId), eq(areaScheme.id, schemeId));
    const [found] = await tx.select().from(areaScheme).where(wanted);
    const row = demandFound(found);
    demandVersion(row.version, input.version);
    const withheldAt = isDisclosable ? null : row.isDisclosable ? now : row.withheldAt;
    demandOne(
      await tx
        .update(areaScheme)
        .set({ name, isDisclosable, tier, withheldAt, version: row.version + 1 })
        .where(wanted)
        .returning({ id: areaScheme.id }),
    );
    return recordChange(step, {
      action: "municipality.changeAreaScheme",
      kind: "areaScheme",
      id: schemeId,
      subject: row.name,
      before: { name: row.name, isDisclosable: row.isDisclosable, tier: row.tier },
      after: { name, isDisclosable, tier },
    });
  },
});

/** Adds an area from a day on. It may lie in one of this or of another scheme. */
export const addArea = defineCommand({
  action: "municipality.addArea",
  input: AddArea,
  load: (step) => lockRow(step, areaScheme, step.input.schemeId),
  run: async (step) => {
    const { tx, municipalityId, input } = step;
    const { schemeId, parentId, name, sinceOn } = input;
    const parent = parentId === null ? null : await findArea(step, parentId);
    if (parentId !== null && (parent === null || !isInForce(parent, sinceOn))) {
      return fail("invalid_input", "municipality.unknown_area", {
        fields: [{ path: "parentId", code: "not_a_choice" }],
      });
    }
    const [scheme] = await tx
      .select({ name: areaScheme.name, last: sql<number | null>`max(${area.sortOrder})` })
      .from(areaScheme)
      .leftJoin(area, refersTo(area, "schemeId", areaScheme))
      .where(and(eq(areaScheme.municipalityId, municipalityId), eq(areaScheme.id, schemeId)))
      .groupBy(areaScheme.name);
    const id = newId<"area">();
    const sortOrder = (scheme?.last ?? 0) + 10;
    await tx.insert(area).values({ municipalityId, id, schemeId, parentId, code: id, name, sortOrder, sinceOn });
    return recordChange(step, {
      action: "municipality.addArea",
      kind: "area",
      id,
      subject: name,
      before: null,
      after: { name, scheme: scheme?.name ?? null, parent: parent?.name ?? null, sinceOn },
    });
  },
});

const hasPartsOn = async ({ tx, municipalityId }: Scope, parentId: string, on: CivilDate): Promise<boolean> => {
  const parts = await tx
    .select({ id: area.id })
    .from(area)
    .where(
      and(
        eq(area.municipalityId, municipalityId),
        eq(area.parentId, parentId),
        or(isNull(area.untilOn), gt(area.untilOn, on)),
      ),
    )
    .limit(1);
  return parts.length > 0;
};

/** Ends an area. Places, roles and platforms that name it keep their history. */
export const endArea = defineCommand({
  action: "municipality.endArea",
  input: EndArea,
  load: (step) => lockRow(step, area, step.input.areaId),
  run: async (step) => {
    const { tx, municipalityId, input } = step;
    const { areaId, untilOn } = input;
    const row = demandFound(await findArea(step, areaId));
    demandVersion(row.version, input.version);
    if (row.untilOn !== null) return fail("invalid_state", "municipality.already_ended");
    if (untilOn <= row.sinceOn) return fail("invalid_state", "municipality.outside_period");
    if (await hasPartsOn(step, areaId, untilOn)) return fail("invalid_state", "municipality.has_parts");
    demandOne(
      await tx
        .update(area)
        .set({ untilOn, version: row.version + 1 })
        .where(and(eq(area.municipalityId, municipalityId), eq(area.id, areaId)))
        .returning({ id: area.id }),
    );
    return recordChange(step, {
      action: "municipality.endArea",
      kind: "area",
      id: areaId,
      subject: row.name,
      before: { untilOn: null },
      after: { untilOn },
    });
  },
});
