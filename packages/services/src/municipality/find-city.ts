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

/** The city under an address (D-28), or null. Needs no actor: the register of cities is public. */
export const findCity = async (system: System, slug: string): Promise<City | null> => {
  if (!CitySlug.safeParse(slug).success) return null;
  return read(() =>
    inTransaction({ ...system, actor: visitor }, async (tx) => {
      const [row] = await tx.select().from(municipality).where(eq(municipality.slug, slug));
      return row ? presentCity(row) : null;
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
