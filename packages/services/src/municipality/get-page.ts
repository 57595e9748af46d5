import { GetPage, pageOn } from "@tsunagari/domain/municipality";
import { defaultPageText } from "@tsunagari/messages";
import { municipality } from "@tsunagari/db/schema";
import { eq } from "@tsunagari/db";
import { defineQuery, demandFound } from "../kernel/index.ts";
import { loadPageVersions } from "./pages.ts";

/** What a page of the city says on a day: its own text, or the wording of the program with the city's name in it. */
export const getPage = defineQuery({
  action: "municipality.getPage",
  input: GetPage,
  run: async (step) => {
    const { tx, municipalityId, input, today } = step;
    const on = input.on ?? today;
    const [city] = await tx
      .select({ name: municipality.name })
      .from(municipality)
      .where(eq(municipality.id, municipalityId));
    const current = pageOn(await loadPageVersions(step), input.kind, on);
    return {
      kind: input.kind,
      on,
      cityName: demandFound(city).name,
      body: current?.body ?? defaultPageText(input.kind, demandFound(city).name),
      isOwn: current !== null && current.body !== null,
      sinceOn: current?.sinceOn ?? null,
    };
  },
});
