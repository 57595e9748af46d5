import { hasThisRelease, sql } from "@tsunagari/db";
import { publishedActivity } from "@tsunagari/db/schema";
import { databaseCode } from "@tsunagari/services/kernel";
import { Hono } from "hono";
import { retryAfterSeconds } from "./api-error.ts";
import type { HttpEnv } from "./request.ts";
import type { SiteOptions } from "./site.ts";

const notStored = { "Cache-Control": "no-store" };

type Readiness = "ready" | "no_database" | "not_released";

/** Whether the database answers as the program's own role, and holds the tables and fences of this release. */
const readinessOf = async ({ system }: SiteOptions): Promise<Readiness> => {
  try {
    return await system.db.asActor(
      { role: "tsunagari_public", municipalityId: null, statementTimeoutMs: 2000 },
      async (tx) => {
        await tx
          .select({ now: sql`app.now()` })
          .from(publishedActivity)
          .limit(1);
        return (await hasThisRelease(tx)) ? "ready" : "not_released";
      },
    );
  } catch (error) {
    // Class 42: it answers, but a table, function or right of this release is missing.
    return databaseCode(error)?.startsWith("42") === true ? "not_released" : "no_database";
  }
};

/** `/healthz`: the process runs. `/readyz`: it may be given work. Neither says more than that; the log says why not. */
export const health = (site: SiteOptions): Hono<HttpEnv> => {
  const app = new Hono<HttpEnv>();
  let last: Readiness = "ready";
  const look = async (): Promise<Readiness> => {
    const found = await readinessOf(site);
    if (found !== last) site.logger.warn({ event: "readiness.changed", reason: found });
    last = found;
    return found;
  };
  app.get("/healthz", (c) => c.json({ status: "ok" }, 200, notStored));
  app.get("/readyz", async (c) => {
    // A node that says 「メンテナンス中」 must be given requests to say it to, whether or not the database is there.
    if ((site.maintenance?.() ?? null) !== null) return c.json({ status: "maintenance" }, 200, notStored);
    const isServing = site.isServing?.() ?? true;
    if (isServing && (await look()) === "ready") return c.json({ status: "ready" }, 200, notStored);
    return c.json({ status: "unavailable" }, 503, { ...notStored, "Retry-After": retryAfterSeconds });
  });
  return app;
};
