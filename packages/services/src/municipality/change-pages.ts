import type { Tx } from "@tsunagari/db";
import { cityPage } from "@tsunagari/db/schema";
import type { Actor, CivilDate, Instant, MunicipalityId } from "@tsunagari/domain";
import { PublishPage, pageOn, RestorePage, type CityPageKind } from "@tsunagari/domain/municipality";
import { defineCommand, demandVersion, fail, newId, userIdOf } from "../kernel/index.ts";
import { recordChange } from "./history.ts";
import { loadPageVersions } from "./pages.ts";

type Step = {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly municipalityId: MunicipalityId;
  readonly now: Instant;
  readonly today: CivilDate;
};
type NextVersion = {
  readonly action: "municipality.publishPage" | "municipality.restorePage";
  readonly kind: CityPageKind;
  readonly body: string | null;
  readonly sinceOn: CivilDate;
  /** The newest version that was seen. */
  readonly version: number;
};

/** As the history keeps it: `program`, or the number of the city's own version. */
const wordingOf = (page: { readonly body: string | null; readonly version: number } | null): string | number =>
  page === null || page.body === null ? "program" : page.version;

/** Two at once meet at the unique version number: the second is told that somebody was faster. */
const write = async (step: Step, { action, kind, body, sinceOn, version }: NextVersion) => {
  const { tx, actor, municipalityId, now, today } = step;
  const versions = (await loadPageVersions(step)).filter((one) => one.kind === kind);
  demandVersion(versions[0]?.version ?? 0, version);
  if (sinceOn < today) return fail("invalid_state", "municipality.page_in_the_past");
  const id = newId<"cityPage">();
  const next = { id, kind, body, sinceOn, version: version + 1 };
  await tx.insert(cityPage).values({ municipalityId, ...next, publishedAt: now, userId: userIdOf(actor) });
  return recordChange(step, {
    action,
    kind: "page",
    id,
    subject: kind,
    before: { wording: wordingOf(pageOn(versions, kind, sinceOn)) },
    after: { wording: wordingOf(next), sinceOn },
  });
};

/** Publishes a text of the city's own on one of its pages, from a day on. What stood before stays readable. */
export const publishPage = defineCommand({
  action: "municipality.publishPage",
  input: PublishPage,
  load: ({ municipalityId }) => Promise.resolve({ municipalityId }),
  run: (step) => write(step, { action: "municipality.publishPage", ...step.input }),
});

/** Goes back to the wording of the program, from a day on. */
export const restorePage = defineCommand({
  action: "municipality.restorePage",
  input: RestorePage,
  load: ({ municipalityId }) => Promise.resolve({ municipalityId }),
  run: (step) => write(step, { action: "municipality.restorePage", ...step.input, body: null }),
});
