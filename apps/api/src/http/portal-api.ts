import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { blankSessionCookie, readSessionCookie, sessionCookie } from "@tsunagari/auth";
import { partnerRouter, staffRouter, type Portal, type RpcContext } from "@tsunagari/rpc";
import { resolveActor } from "@tsunagari/services/identity";
import { Hono, type Context, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { apiError, statusOf } from "./api-error.ts";
import { refuseCrossSite } from "./cross-site.ts";
import type { HttpEnv } from "./request.ts";
import { callerAddress, pageOrigin, type Site } from "./site.ts";

const maxBodyBytes = 1024 * 1024;
/** ASVS 15.1 and threat 32: one request must not carry a thousand. */
export const maxBatchSize = 10;

const routers = { staff: staffRouter, partner: partnerRouter } as const;

const postOnly: MiddlewareHandler<HttpEnv> = async (c, next) => (c.req.method === "POST" ? next() : apiError(c, 405));

/** A form of another site can send other types without asking first; JSON it cannot (ASVS 3.5.2). */
const jsonOnly: MiddlewareHandler<HttpEnv> = async (c, next) => {
  const [type = ""] = (c.req.header("content-type") ?? "").split(";");
  return type.trim().toLowerCase() === "application/json" ? next() : apiError(c, 415);
};

const notStored: MiddlewareHandler<HttpEnv> = async (c, next) => {
  await next();
  c.res.headers.set("Cache-Control", "no-store");
};

/** Notes which procedures were called, as far as they exist: a name someone made up could hold anything. */
export const noteProcedures = (c: Context<HttpEnv>, paths: readonly string[], known: object): void => {
  const names = paths.filter((path) => Object.hasOwn(known, path));
  c.set("procedures", names.slice(0, maxBatchSize).join(","));
};

const sessionOf = (
  portal: Portal,
  asked: { readonly token: string | null; readonly isHttps: boolean; readonly headers: Headers },
): RpcContext["session"] => ({
  token: asked.token,
  set: (token) => asked.headers.append("Set-Cookie", sessionCookie(token, portal, asked)),
  clear: () => {
    asked.headers.append("Set-Cookie", blankSessionCookie(portal, asked));
    // Not "cookies": that would sign out of the other portal of the same host too (ASVS 14.3.1).
    asked.headers.set("Clear-Site-Data", '"cache"');
  },
});

/** One portal's root: POST only, so that nothing of an input stands in an address (ASVS 14.2.1). */
export const portalApi = (portal: Portal, site: Site): Hono<HttpEnv> => {
  const app = new Hono<HttpEnv>();
  const router = routers[portal];
  app.use(notStored, refuseCrossSite(site.origins), postOnly, jsonOnly);
  app.use(bodyLimit({ maxSize: maxBodyBytes, onError: (c) => apiError(c as Context<HttpEnv>, 413) }));
  app.post("/*", async (c) => {
    const shown = readSessionCookie(c.req.header("cookie"), portal, site);
    const held = { token: shown, isFresh: false };
    const actor = await resolveActor(site.system, {
      portal,
      sessionToken: shown,
      userAgent: c.req.header("user-agent") ?? "",
      onRotated: (fresh) => {
        Object.assign(held, { token: fresh, isFresh: true });
      },
    });
    return fetchRequestHandler({
      endpoint: `/api/${portal}`,
      req: c.req.raw,
      router,
      allowMethodOverride: true,
      maxBatchSize,
      createContext: ({ resHeaders, info }): RpcContext => {
        noteProcedures(
          c,
          info.calls.map((call) => call.path),
          router._def.procedures,
        );
        const session = sessionOf(portal, { token: held.token, isHttps: site.isHttps, headers: resHeaders });
        if (held.isFresh && held.token !== null) session.set(held.token);
        return {
          system: site.system,
          actor,
          portal,
          requestId: c.get("requestId"),
          session,
          origin: pageOrigin(c, site),
          clientAddress: callerAddress(c, site),
        };
      },
      responseMeta: ({ errors }) => statusOf(errors),
      onError: ({ error }) => site.onProcedureError(error, c.get("requestId")),
    });
  });
  app.all("/*", (c) => apiError(c, 404));
  return app;
};
