import { newId } from "@tsunagari/services/kernel";
import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { Logger } from "pino";
import type { HttpEnv, Variables } from "./request.ts";

const portalOf = (path: string): Variables["portal"] => {
  const match = /^\/(?:api\/)?(?<portal>staff|partner)(?:\/|$)/u.exec(path)?.groups?.["portal"];
  if (match === "staff" || match === "partner") return match;
  return path === "/healthz" || path === "/readyz" ? "system" : "public";
};

/** Gives each request its id and writes its one line: the pattern of the route, never the address itself. */
export const requestLog =
  (logger: Logger): MiddlewareHandler<HttpEnv> =>
  async (c, next) => {
    const began = performance.now();
    const requestId = newId<"httpRequest">();
    c.set("requestId", requestId);
    c.set("portal", portalOf(c.req.path));
    await next();
    c.res.headers.set("X-Request-Id", requestId);
    logger.info({
      requestId,
      method: c.req.method,
      route: routePath(c),
      status: c.res.status,
      ms: Math.round(performance.now() - began),
      portal: c.get("portal"),
      procedures: c.get("procedures"),
    });
  };
