import type { Browser, Page } from "@playwright/test";
import { addressesOf, walkersOf } from "./portal/finders.ts";
import { inspectorOf } from "./portal/inspection.ts";
import { expect, test } from "./portal/journey.ts";
import type { Portal } from "./portal/people.ts";
import { routesOf } from "./portal/routes.ts";
import { tourOf } from "./portal/tour.ts";

const portals = [
  { portal: "staff", app: "staff-portal", name: "職員ポータル" },
  { portal: "partner", app: "partner-portal", name: "団体ポータル" },
] as const;

/** Pages that can be reached without a session. */
const doors: readonly string[] = ["/sign-in", "/forgot-password", "/set-password", "/about/$kind"];

const isSignedOut = (complaint: string): boolean => complaint.includes("401") && complaint.includes("identity.getMe");

type Walk = { readonly portal: Portal; readonly route: string; readonly browser: Browser };

const walk = async ({ portal, route, browser }: Walk): Promise<void> => {
  for (const person of walkersOf(portal, route)) {
    const { page, inspect, complaints } = await tourOf(browser, person);
    const addresses = await addressesOf(page, portal, route);
    expect(addresses.length, `${route}: nothing to open as ${person.mail}`).toBeGreaterThan(0);
    for (const address of addresses) {
      await inspect({ address: `/${portal}${address}`, isRefusal: route.endsWith("/$") });
    }
    expect.soft(complaints(), `${route}: console`).toEqual([]);
  }
};

const statement = "は、広い画面でも狭い画面でも、だれにでも使える";

// A trace of every page would take longer than the walk.
test.use({ trace: "off" });

for (const { portal, app, name } of portals) {
  for (const route of routesOf(app)) {
    test(`${name}の ${route} ${statement}`, async ({ browser, openPublic }) => {
      test.setTimeout(180_000);
      if (!doors.includes(route)) return walk({ portal, route, browser });
      const { inspect, complaints } = inspectorOf(await openPublic());
      await inspect({ address: `/${portal}${route.replace("$kind", "privacy")}` });
      expect(complaints().filter((complaint) => !isSignedOut(complaint))).toEqual([]);
    });
  }
}

/** Found as a resident finds them: through the links of the pages before. */
const publicPages: Readonly<Record<string, (page: Page) => Promise<string>>> = {
  "/": async () => "/",
  "/$city": async () => "/kasugai",
  "/$city/about": async () => "/kasugai/about",
  "/$city/terms": async () => "/kasugai/terms",
  "/$city/privacy": async () => "/kasugai/privacy",
  "/$city/accessibility": async () => "/kasugai/accessibility",
  "/$city/contact": async () => "/kasugai/contact",
  "/$city/activities/$activityId": async (page) => {
    await page.goto("/kasugai");
    return (await page.locator("article a").first().getAttribute("href")) ?? "";
  },
};

for (const route of routesOf("resource-map")) {
  test(`公開サイトの ${route} ${statement}`, async ({ openPublic }) => {
    const page = await openPublic();
    const find = publicPages[route];
    if (find === undefined) throw new Error(`The walk does not know where ${route} is: add it to publicPages`);
    const { inspect, complaints } = inspectorOf(page);
    await inspect({ address: await find(page) });
    expect(complaints()).toEqual([]);
  });
}
