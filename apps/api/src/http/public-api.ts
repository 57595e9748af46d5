import { hash } from "node:crypto";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { askPlainly, isProcedure, publicRouter, type RpcContext } from "@tsunagari/rpc";
import { findCity } from "@tsunagari/services/municipality";
import { Hono, type Context } from "hono";
import { etag } from "hono/etag";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { apiError, statusOf } from "./api-error.ts";
import { maxBatchSize, noteProcedures } from "./portal-api.ts";
import type { HttpEnv } from "./request.ts";
import { callerAddress, pageOrigin, type Site } from "./site.ts";

const nothing = (): void => undefined;

const citySlug = /^[a-z][a-z0-9]{1,39}$/u;

/** Who asks on the public site: anyone, without a session, in the city of the address (D-28) or in none. */
export const publicContext = async (c: Context<HttpEnv>, site: Site, slug: string | undefined): Promise<RpcContext> => {
  const city = slug !== undefined && citySlug.test(slug) ? await findCity(site.system, slug) : null;
  return {
    system: site.system,
    actor: { kind: "public", municipalityId: city?.id ?? null },
    portal: "public",
    requestId: c.get("requestId"),
    session: { token: null, set: nothing, clear: nothing },
    origin: pageOrigin(c, site),
    clientAddress: callerAddress(c, site),
  };
};

const cacheable = "public, max-age=15";

const inputOf = (text: string | undefined): unknown => (text === undefined ? undefined : JSON.parse(text));

/** One procedure by itself, which is how caches, other systems and most pages ask. */
const plainAnswer = async (c: Context<HttpEnv>, site: Site, name: string): Promise<Response> => {
  noteProcedures(c, [name], publicRouter._def.procedures);
  const context = await publicContext(c, site, c.req.query("city"));
  const { status, body, error } = await askPlainly(context, name, async () => inputOf(c.req.query("input")));
  if (error) site.onProcedureError(error, c.get("requestId"));
  const text = JSON.stringify(body);
  const headers = { "Content-Type": "application/json", "Cache-Control": error ? "no-store" : cacheable };
  if (error) return c.body(text, (statusOf([error]).status ?? status) as ContentfulStatusCode, headers);
  const tag = `"${hash("sha1", text)}"`;
  if (c.req.header("if-none-match")?.includes(tag)) {
    return c.body(null, 304, { ETag: tag, "Cache-Control": cacheable });
  }
  return c.body(text, 200, { ...headers, ETag: tag });
};

/** The public root: GET only, cacheable, no cookie is read or set. The city stands in the address: `?city=kasugai`. */
export const publicApi = (site: Site): Hono<HttpEnv> => {
  const app = new Hono<HttpEnv>();
  app.get("/:procedure", async (c, next) => {
    const name = c.req.param("procedure");
    return isProcedure("public", name) && c.req.query("batch") === undefined ? plainAnswer(c, site, name) : next();
  });
  app.use(etag());
  app.get("/*", async (c) => {
    const context = await publicContext(c, site, c.req.query("city"));
    return fetchRequestHandler({
      endpoint: "/api/public",
      req: c.req.raw,
      router: publicRouter,
      maxBatchSize,
      createContext: ({ info }) => {
        noteProcedures(
          c,
          info.calls.map((call) => call.path),
          publicRouter._def.procedures,
        );
        return context;
      },
      responseMeta: ({ errors }) => ({
        ...statusOf(errors),
        headers: new Headers({ "Cache-Control": errors.length === 0 ? cacheable : "no-store" }),
      }),
      onError: ({ error }) => site.onProcedureError(error, c.get("requestId")),
    });
  });
  app.all("/*", (c) => apiError(c, 405));
  return app;
};
