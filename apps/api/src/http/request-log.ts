import { newId } from "@tsunagari/services/kernel";
import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { Logger } from "pino";
import type { SeenRequest } from "../metrics/metrics.ts";
import type { HttpEnv, Variables } from "./request.ts";

const portalOf = (path: string): Variables["portal"] => {
  const match = /^\/(?:api\/)?(?<portal>staff|partner)(?:\/|$)/u.exec(path)?.groups?.["portal"];
  if (match === "staff" || match === "partner") return match;
  return path === "/healthz" || path === "/readyz" ? "system" : "public";
};

/** Gives each request its id and writes its one line: the pattern of the route, never the address itself. */
export const requestLog =
  (logger: Logger, observe?: (seen: SeenRequest) => void): MiddlewareHandler<HttpEnv> =>
  async (c, next) => {
    const began = performance.now();
    const requestId = newId<"httpRequest">();
    c.set("requestId", requestId);
    c.set("portal", portalOf(c.req.path));
    await next();
    c.res.headers.set("X-Request-Id", requestId);
    const took = performance.now() - began;
    const seen = { portal: c.get("portal"), route: routePath(c), method: c.req.method, status: c.res.status };
    observe?.({ ...seen, seconds: took / 1000 });
    logger.info({
      requestId,
      ...seen,
      ms: Math.round(took),
      procedures: c.get("procedures"),
    });
  };
