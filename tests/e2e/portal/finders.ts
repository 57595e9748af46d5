import type { Page } from "@playwright/test";
import { z } from "zod";
import { call } from "./call.ts";
import { people, type Person, type Portal } from "./people.ts";

type Params = Readonly<Record<string, string>>;
type Found = { readonly id: string; readonly kind: string };
type Finder = (page: Page, params: Params) => Promise<readonly Found[]>;

const Row = z.object({
  id: z.string(),
  status: z.string().optional(),
  isProtected: z.boolean().optional(),
  legalBasis: z.string().optional(),
});
type Row = z.output<typeof Row>;
const Rows = z.array(Row);
const Data = z.object({ result: z.object({ data: z.unknown() }) });
const Listed = z.union([
  z.object({ items: Rows }).transform(({ items }) => items),
  z.object({ users: Rows }).transform(({ users }) => users),
  Rows,
]);

const read = async (page: Page, procedure: `${Portal}.${string}`, input: Params = {}): Promise<unknown> => {
  const { status, body } = await call(page, procedure, input);
  if (status !== 200) throw new Error(`${procedure} answered ${status}: ${JSON.stringify(body)}`);
  return Data.parse(body).result.data;
};

/** One of each kind: what stands on a page depends on the state of the thing more than on the thing. */
const found = (rows: readonly Row[]): readonly Found[] =>
  rows.map(({ id, status, isProtected }) => ({ id, kind: `${status ?? ""}${isProtected === true ? "*" : ""}` }));

const listed =
  (procedure: `${Portal}.${string}`): Finder =>
  async (page) =>
    found(Listed.parse(await read(page, procedure)));

const nested =
  (procedure: `${Portal}.${string}`, key: string): Finder =>
  async (page, params) => {
    const whole = z.record(z.string(), z.unknown()).parse(await read(page, procedure, params));
    return found(Rows.parse(whole[key]));
  };

/** Both of what waits and of what has been: the two lists of a partner. */
const either =
  (...finders: readonly Finder[]): Finder =>
  async (page, params) => {
    const all: Found[] = [];
    for (const find of finders) all.push(...(await find(page, params)));
    return all;
  };

/** Words of the address itself; each is a page of its own. */
const named =
  (words: readonly string[]): Finder =>
  async () =>
    words.map((word) => ({ id: word, kind: word }));

const settingsSections = [
  "rules",
  "names",
  "departments",
  "areas",
  "programs",
  "bodies",
  "plans",
  "modules",
  "closedDays",
  "security",
  "pages",
  "history",
];

const ownOrganization = async (page: Page): Promise<Params> => {
  const me = z.object({ organization: z.object({ id: z.string() }) }).parse(await read(page, "partner.identity.getMe"));
  return { organizationId: me.organization.id };
};

const Consents = z.object({
  persons: z.array(z.object({ grants: z.array(z.object({ id: z.string(), purpose: z.string(), state: z.string() })) })),
});

/** Those that can be narrowed. */
const standingGrants: Finder = async (page, params) =>
  Consents.parse(await read(page, "staff.consent.list", params))
    .persons.flatMap(({ grants }) => grants)
    .filter(({ purpose, state }) => state === "given" && purpose !== "support")
    .map(({ id, purpose }) => ({ id, kind: purpose }));

/**
 * How the walk finds what a parameter may stand for, where it is not in the list of its own module (`listOf`). Such a
 * route wants one line here.
 */
export const finders: Readonly<Record<Portal, Readonly<Record<string, Finder>>>> = {
  staff: {
    "/approvals/$activityId": listed("staff.activity.listSubmitted"),
    "/cases/$caseId/consents/$grantId": standingGrants,
    "/organizations/$organizationId/places/$placeId": nested("staff.organization.get", "places"),
    "/users/$userId": listed("staff.identity.listUsers"),
    "/settings/$section": named(settingsSections),
    "/settings/pages/$kind": named(["contact"]),
    "/pages/$kind": named(["accessibility"]),
  },
  partner: {
    "/pages/$kind": named(["accessibility"]),
    "/organization/places/$placeId": async (page) =>
      nested("partner.organization.get", "places")(page, await ownOrganization(page)),
    "/organizations/$organizationId": async (page) => [
      { id: (await ownOrganization(page))["organizationId"] ?? "", kind: "own" },
    ],
    "/referrals/$referralId": either(listed("partner.referral.listInbox"), listed("partner.referral.listHistory")),
  },
};

/** Whose work a part of the portal is; the walk opens it as that person. */
const walkers: Readonly<Record<Portal, Readonly<Record<string, readonly Person[]>>>> = {
  staff: {
    "": [people.coordinator, people.administrator],
    cases: [people.coordinator],
    meetings: [people.coordinator],
    referrals: [people.coordinator],
    notices: [people.coordinator],
    activities: [people.communityCoordinator],
  },
  partner: {
    "": [people.cafeteria, people.company],
    referrals: [people.cafe, people.sweetShop, people.shoppingStreet],
  },
};

export const walkersOf = (portal: Portal, route: string): readonly Person[] =>
  walkers[portal][route.split("/")[1] ?? ""] ?? (portal === "staff" ? [people.administrator] : [people.cafeteria]);

const sameKindOnce = (all: readonly Found[]): readonly Found[] =>
  all.filter(({ kind }, index) => all.findIndex((other) => other.kind === kind) === index);

/** `/local-issues/$localIssueId` is one of `localIssue.list`. */
const listOf = (portal: Portal, prefix: string): Finder | undefined => {
  const module = /^\/[^/]+\/\$(?<module>\w+)Id$/u.exec(prefix)?.groups?.["module"];
  return module === undefined ? undefined : listed(`${portal}.${module}.list`);
};

const finderOf = (portal: Portal, prefix: string): Finder => {
  const finder = finders[portal][prefix] ?? listOf(portal, prefix);
  if (finder === undefined)
    throw new Error(`The walk does not know what ${prefix} may be: add it to portal/finders.ts`);
  return finder;
};

/** Pages about one person of a case, who stands in the search of the address. */
const personal: readonly string[] = ["/cases/$caseId/consents/sheet", "/cases/$caseId/access/sheet"];

const searchOf = async (page: Page, route: string, params: Params): Promise<string> => {
  if (!personal.includes(route)) return "";
  const [person] = await nested("staff.case.get", "members")(page, params);
  return `?person=${person?.id ?? ""}`;
};

const pathOf = (route: string, params: Params): string =>
  route
    .split("/")
    .map((segment) => (segment === "$" ? "no-such-page" : (params[segment.slice(1)] ?? segment)))
    .join("/");

/** The addresses a route stands for in this city, one for each kind of thing. */
export const addressesOf = async (page: Page, portal: Portal, route: string): Promise<readonly string[]> => {
  let known: readonly Params[] = [{}];
  const segments = route.split("/");
  for (const [index, segment] of segments.entries()) {
    if (!segment.startsWith("$") || segment === "$") continue;
    const find = finderOf(portal, segments.slice(0, index + 1).join("/"));
    const next: Params[] = [];
    for (const params of known) {
      const children = sameKindOnce(await find(page, params));
      next.push(...children.map(({ id }) => ({ ...params, [segment.slice(1)]: id })));
    }
    known = next;
  }
  return Promise.all(known.map(async (params) => pathOf(route, params) + (await searchOf(page, route, params))));
};
