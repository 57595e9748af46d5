import type { MiddlewareHandler } from "hono";
import { maintenanceError } from "./api-error.ts";
import { errorStylePath, maintenancePage } from "./error-page.ts";
import type { HttpEnv } from "./request.ts";
import type { SiteOptions } from "./site.ts";

const alwaysServed = new Set(["/healthz", "/readyz", errorStylePath]);

/**
 * While the switch is on every face answers 503, says until when, and asks neither session nor database. What is typed
 * in an open form stays there: the answer is an error like any other to it.
 */
export const duringMaintenance =
  (site: SiteOptions): MiddlewareHandler<HttpEnv> =>
  async (c, next) => {
    const maintenance = site.maintenance?.() ?? null;
    if (maintenance === null || alwaysServed.has(c.req.path)) return next();
    return c.req.path.startsWith("/api/") ? maintenanceError(c, maintenance) : maintenancePage(c, maintenance);
  };
