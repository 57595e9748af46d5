import { sql } from "@tsunagari/db";
import { publishedActivity } from "@tsunagari/db/schema";
import { Hono } from "hono";
import { retryAfterSeconds } from "./api-error.ts";
import type { HttpEnv } from "./request.ts";
import type { SiteOptions } from "./site.ts";

const notStored = { "Cache-Control": "no-store" };

/** Whether the database answers as the program's own role and holds what the migrations give. */
const isDatabaseReady = async ({ system }: SiteOptions): Promise<boolean> => {
  try {
    await system.db.asActor({ role: "tsunagari_public", municipalityId: null, statementTimeoutMs: 2000 }, (tx) =>
      tx
        .select({ now: sql`app.now()` })
        .from(publishedActivity)
        .limit(1),
    );
    return true;
  } catch {
    return false;
  }
};

/** `/healthz`: the process runs. `/readyz`: it may be given work. Neither says more than that. */
export const health = (site: SiteOptions): Hono<HttpEnv> => {
  const app = new Hono<HttpEnv>();
  app.get("/healthz", (c) => c.json({ status: "ok" }, 200, notStored));
  app.get("/readyz", async (c) => {
    const isServing = site.isServing?.() ?? true;
    if (isServing && (await isDatabaseReady(site))) return c.json({ status: "ready" }, 200, notStored);
    return c.json({ status: "unavailable" }, 503, { ...notStored, "Retry-After": retryAfterSeconds });
  });
  return app;
};
