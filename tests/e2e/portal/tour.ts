import type { Browser, Page } from "@playwright/test";
import { inspectorOf, type Inspector } from "./inspection.ts";
import { signIn } from "./journey.ts";
import type { Person } from "./people.ts";

type Tour = Inspector & { readonly page: Page; readonly begunAt: number };

/** After five minutes some pages ask again who one is; what is walked here begins before. */
const tourMs = 3 * 60_000;

/** One for each person in each of the processes that walk. */
const tours = new Map<Person, Tour>();

const begin = async (browser: Browser, person: Person): Promise<Tour> => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, person);
  return { page, ...inspectorOf(page), begunAt: Date.now() };
};

/**
 * The page in which somebody goes through the whole portal, from one test to the next: signing in is not what is walked,
 * and a browser that begins anew reads and compiles the portal's program once more for each page.
 */
export const tourOf = async (browser: Browser, person: Person): Promise<Tour> => {
  const kept = tours.get(person);
  if (kept && Date.now() - kept.begunAt < tourMs) return kept;
  await kept?.page.context().close();
  const tour = await begin(browser, person);
  tours.set(person, tour);
  return tour;
};
