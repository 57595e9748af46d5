import { createRouter } from "@tanstack/react-router";
import type { SiteContext } from "./caller.ts";
import { NotFoundPage } from "./layout/not-found-page.tsx";
import { routeTree } from "./routeTree.gen.ts";

/** Plain query strings: what a GET form sends is what the address says, and `q=2024` stays text. */
const parseSearch = (search: string): Record<string, string> => Object.fromEntries(new URLSearchParams(search));

const stringifySearch = (search: Record<string, unknown>): string => {
  const given = Object.entries(search).flatMap(([key, value]) =>
    typeof value === "string" || typeof value === "number" ? [[key, String(value)]] : [],
  );
  const text = new URLSearchParams(given).toString();
  return text === "" ? "" : `?${text}`;
};

/** One router per request. */
export const createSiteRouter = (context: SiteContext) =>
  createRouter({
    routeTree,
    context,
    parseSearch,
    stringifySearch,
    trailingSlash: "never",
    defaultNotFoundComponent: NotFoundPage,
    isServer: true,
  });

declare module "@tanstack/react-router" {
  // The router's types are found through this declaration only.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface Register {
    router: ReturnType<typeof createSiteRouter>;
  }
}
