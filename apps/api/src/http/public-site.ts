import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { createCallerFactory, publicRouter } from "@tsunagari/rpc";
import type { Context } from "hono";
import { errorPage } from "./error-page.ts";
import { publicContext } from "./public-api.ts";
import type { HttpEnv } from "./request.ts";
import type { Site } from "./site.ts";

const createPublicCaller = createCallerFactory(publicRouter);
export type PublicCaller = ReturnType<typeof createPublicCaller>;

/** The public site: a function of the request and a caller of the public root. */
export type PublicSite = (
  request: Request,
  site: { readonly caller: PublicCaller; readonly origin: string; readonly defaultCity: string | null },
) => Promise<Response>;

const isPublicSite = (value: unknown): value is PublicSite => typeof value === "function";

/** Loads the built server entry by its path; null where it has not been built. */
export const loadPublicSite = async (entryPath: string): Promise<PublicSite | null> => {
  if (!existsSync(entryPath)) return null;
  const entry: unknown = await import(pathToFileURL(entryPath).href);
  const respond = typeof entry === "object" && entry !== null && "respond" in entry ? entry.respond : null;
  if (!isPublicSite(respond)) throw new Error("The server entry of the public site exports no respond().");
  return respond;
};

/** Answers one address of the public site. */
export const publicPage = async (c: Context<HttpEnv>, site: Site): Promise<Response> => {
  if (site.publicSite === null) return errorPage(c, 503);
  const context = await publicContext(c, site, c.req.path.split("/")[1]);
  const response = await site.publicSite(c.req.raw, {
    caller: createPublicCaller(context),
    origin: site.origins[0] ?? new URL(c.req.url).origin,
    defaultCity: site.defaultCity,
  });
  // Always asked again, answered by 304: what an organization has just changed must not stay old on the page.
  if (!response.headers.has("Cache-Control")) response.headers.set("Cache-Control", "no-cache");
  return response;
};
