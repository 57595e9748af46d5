import type { TRPCError } from "@trpc/server";
import { asDomainError } from "@tsunagari/services/kernel";
import { Hono, type Context } from "hono";
import { compress } from "hono/compress";
import { etag } from "hono/etag";
import { errorFields } from "../log.ts";
import { addressLimit } from "./address-limit.ts";
import { apiError, retryAfterSeconds } from "./api-error.ts";
import { errorPage, errorStyle, errorStylePath } from "./error-page.ts";
import { health } from "./health.ts";
import { duringMaintenance } from "./maintenance.ts";
import { portalApi } from "./portal-api.ts";
import { portalPages } from "./portal-pages.ts";
import { publicApi } from "./public-api.ts";
import { publicPage } from "./public-site.ts";
import { requestLog } from "./request-log.ts";
import type { HttpEnv } from "./request.ts";
import { securityHeaders } from "./security-headers.ts";
import type { Site, SiteOptions } from "./site.ts";
import { staticFolder } from "./static-folder.ts";

const isApi = (c: Context): boolean => c.req.path === "/api" || c.req.path.startsWith("/api/");

const notFound = (c: Context<HttpEnv>): Response => (isApi(c) ? apiError(c, 404) : errorPage(c, 404));

/** The last resort: nothing of the error leaves the house (ASVS 16.5). */
const onError = (site: Site) => (error: Error, c: Context<HttpEnv>) => {
  const isAway = asDomainError(error).reason === "kernel.unavailable";
  if (!isAway) site.logger.error({ event: "request.failed", requestId: c.get("requestId"), ...errorFields(error) });
  const status = isAway ? 503 : 500;
  return isApi(c) ? apiError(c, status) : errorPage(c, status);
};

const mountPortals = (app: Hono<HttpEnv>, site: Site): void => {
  for (const portal of ["staff", "partner"] as const) {
    if (!site.roles.includes(portal)) continue;
    app.route(`/api/${portal}`, portalApi(portal, site));
    app.route(`/${portal}`, portalPages(portal, staticFolder(site.folders[portal])));
  }
};

const reserved = /^\/(?:staff|partner|api|healthz|readyz|assets)(?=\/|$)/u;

const mountPublic = (app: Hono<HttpEnv>, site: Site): void => {
  if (!site.roles.includes("public")) return;
  app.use("/api/public/*", addressLimit(site, "api"));
  app.route("/api/public", publicApi(site));
  const assets = staticFolder(site.folders.publicAssets);
  app.get("/assets/*", async (c) => (await assets.serve(c.req.raw, c.req.path.slice(1))) ?? errorPage(c, 404));
  const limit = addressLimit(site, "pages");
  app.get("/*", (c, next) => (reserved.test(c.req.path) ? next() : limit(c, next)));
  app.get("/*", compress(), etag({ weak: true }), async (c, next) =>
    reserved.test(c.req.path) ? next() : publicPage(c, site),
  );
};

/** What a procedure answered on purpose is no incident; what went wrong inside is logged, without its message. */
const logIncident =
  (options: SiteOptions) =>
  (error: TRPCError, requestId: string): void => {
    if (error.code !== "INTERNAL_SERVER_ERROR" && error.code !== "SERVICE_UNAVAILABLE") return;
    const origin = error.cause?.cause ?? error.cause ?? error;
    options.logger.error({ event: "procedure.failed", requestId, ...errorFields(origin) });
  };

const siteOf = (options: SiteOptions): Site => ({
  ...options,
  isHttps: options.origins.every((origin) => origin.startsWith("https:")),
  onProcedureError: logIncident(options),
});

/** The whole HTTP face of a node, by its roles. What a role does not serve is not there: 404. */
export const createApp = (options: SiteOptions): Hono<HttpEnv> => {
  const site = siteOf(options);
  const app = new Hono<HttpEnv>();
  app.use(requestLog(site.logger, site.observeRequest), securityHeaders(site.isHttps));
  app.use(duringMaintenance(site));
  app.use("/api/*", async (c, next) => {
    await next();
    if (c.res.status === 503 && !c.res.headers.has("Retry-After")) c.res.headers.set("Retry-After", retryAfterSeconds);
  });
  app.route("/", health(site));
  app.get(errorStylePath, (c) => c.text(errorStyle, 200, { "Content-Type": "text/css; charset=utf-8" }));
  mountPortals(app, site);
  mountPublic(app, site);
  app.notFound(notFound);
  app.onError(onError(site));
  return app;
};
