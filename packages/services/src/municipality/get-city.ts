import { eq } from "@tsunagari/db";
import { municipality } from "@tsunagari/db/schema";
import { GetCity } from "@tsunagari/domain/municipality";
import { defineQuery, demandFound } from "../kernel/index.ts";
import { presentCity } from "./present.ts";

/** The city of the actor. */
export const getCity = defineQuery({
  action: "municipality.getCity",
  input: GetCity,
  run: async ({ tx, municipalityId }) => {
    const [row] = await tx.select().from(municipality).where(eq(municipality.id, municipalityId));
    return presentCity(demandFound(row));
  },
});
