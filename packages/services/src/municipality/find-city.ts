import { asc, eq } from "@tsunagari/db";
import { municipality } from "@tsunagari/db/schema";
import { CitySlug, ListCities, type City } from "@tsunagari/domain/municipality";
import { asDomainError, inTransaction, parseInput, type Context, type Query, type System } from "../kernel/index.ts";
import { presentCity } from "./present.ts";

const visitor = { kind: "public", municipalityId: null } as const;

const read = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw asDomainError(error);
  }
};

/** Each public page asks for its city by its address; how long an answer is good for. */
const keptMs = 10_000;
type Kept = { readonly city: City; readonly untilMs: number };
const keptBySystem = new WeakMap<System["db"], Map<string, Kept>>();

const keptOf = ({ db }: System): Map<string, Kept> => {
  const kept = keptBySystem.get(db) ?? new Map<string, Kept>();
  keptBySystem.set(db, kept);
  return kept;
};

/**
 * The city under an address (D-28), or null. Needs no actor: the register of cities is public. A city that was found is
 * kept for some seconds; one that was not is looked for again, for it may just have been founded.
 */
export const findCity = async (system: System, slug: string): Promise<City | null> => {
  if (!CitySlug.safeParse(slug).success) return null;
  const kept = keptOf(system);
  const known = kept.get(slug);
  if (known && performance.now() < known.untilMs) return known.city;
  return read(() =>
    inTransaction({ ...system, actor: visitor }, async (tx) => {
      const [row] = await tx.select().from(municipality).where(eq(municipality.slug, slug));
      if (!row) return null;
      const city = presentCity(row);
      kept.set(slug, { city, untilMs: performance.now() + keptMs });
      return city;
    }),
  );
};

/** All cities, for the chooser at `/`. Not `defineQuery`: a visitor of the chooser is in no city yet. */
export const listCities: Query<Record<string, never>, readonly City[]> = {
  kind: "query",
  action: "municipality.listCities",
  input: ListCities,
  execute: (context: Context, rawInput) => {
    parseInput(ListCities, rawInput);
    return read(() =>
      inTransaction({ ...context, actor: visitor }, async (tx) =>
        (await tx.select().from(municipality).orderBy(asc(municipality.localGovernmentCode))).map(presentCity),
      ),
    );
  },
};
