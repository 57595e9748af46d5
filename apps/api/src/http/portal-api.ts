import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { blankSessionCookie, readSessionCookie, sessionCookie } from "@tsunagari/auth";
import { askPlainly, isProcedure, partnerRouter, staffRouter, type Portal, type RpcContext } from "@tsunagari/rpc";
import { resolveActor } from "@tsunagari/services/identity";
import { Hono, type Context, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { ContentfulStatusCode } from "hono/utils/http-status";
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

/** A body that says how long it is ends there, and need not be read to be measured. */
const limitBody: MiddlewareHandler<HttpEnv> = async (c, next) => {
  const length = c.req.header("content-length");
  if (length === undefined || c.req.header("transfer-encoding") !== undefined) return measureBody(c, next);
  return Number(length) > maxBodyBytes ? apiError(c, 413) : next();
};
const measureBody = bodyLimit({ maxSize: maxBodyBytes, onError: (c) => apiError(c as Context<HttpEnv>, 413) });

type AnswerHeaders = Pick<Headers, "append" | "set">;

const sessionOf = (
  portal: Portal,
  asked: { readonly token: string | null; readonly isHttps: boolean; readonly headers: AnswerHeaders },
): RpcContext["session"] => ({
  token: asked.token,
  set: (token) => asked.headers.append("Set-Cookie", sessionCookie(token, portal, asked)),
  clear: () => {
    asked.headers.append("Set-Cookie", blankSessionCookie(portal, asked));
    // Not "cookies": that would sign out of the other portal of the same host too (ASVS 14.3.1).
    asked.headers.set("Clear-Site-Data", '"cache"');
  },
});

type Entered = { readonly actor: RpcContext["actor"]; readonly token: string | null; readonly isFresh: boolean };

/** Who asks, and the token his browser holds from now on. */
const enter = async (c: Context<HttpEnv>, portal: Portal, site: Site): Promise<Entered> => {
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
  return { actor, ...held };
};

type Asked = { readonly portal: Portal; readonly site: Site; readonly entered: Entered };

const contextOf = (
  c: Context<HttpEnv>,
  { portal, site, entered }: Asked,
  { headers, paths }: { readonly headers: AnswerHeaders; readonly paths: readonly string[] },
): RpcContext => {
  noteProcedures(c, paths, routers[portal]._def.procedures);
  const session = sessionOf(portal, { token: entered.token, isHttps: site.isHttps, headers });
  if (entered.isFresh && entered.token !== null) session.set(entered.token);
  return {
    system: site.system,
    actor: entered.actor,
    portal,
    requestId: c.get("requestId"),
    session,
    origin: pageOrigin(c, site),
    clientAddress: callerAddress(c, site),
  };
};

/** The name of the procedure where one is asked for that may be answered without tRPC's adapter, and whether as a batch. */
const singleCall = (
  c: Context<HttpEnv>,
  portal: Portal,
): { readonly name: string; readonly isBatch: boolean } | null => {
  const name = c.req.path.slice(`/api/${portal}/`.length);
  const query = c.req.url.indexOf("?");
  const search = query === -1 ? "" : c.req.url.slice(query);
  const isPlain = isProcedure(portal, name) && (search === "" || search === "?batch=1");
  const streams = c.req.header("trpc-accept") !== undefined || c.req.header("accept")?.includes("application/jsonl");
  return isPlain && !streams ? { name, isBatch: search !== "" } : null;
};

const firstOf = (inputs: unknown): unknown => {
  if (typeof inputs !== "object" || inputs === null || Array.isArray(inputs)) throw new Error("a batch is an object");
  return Reflect.get(inputs, "0");
};

const plainAnswer = async (
  c: Context<HttpEnv>,
  asked: Asked,
  { name, isBatch }: { readonly name: string; readonly isBatch: boolean },
): Promise<Response> => {
  const headers: AnswerHeaders = {
    append: (header, value) => c.header(header, value, { append: true }),
    set: (header, value) => c.header(header, value),
  };
  const context = contextOf(c, asked, { headers, paths: [name] });
  // Read whole, also where nothing is asked of it: a connection that closes upon unread bytes is reset, its answer with it.
  const reading = c.req.raw.text();
  await reading.catch(() => undefined);
  const answer = await askPlainly(context, name, async () => {
    const input: unknown = JSON.parse(await reading);
    return isBatch ? firstOf(input) : input;
  });
  const { error, body } = answer;
  if (error) asked.site.onProcedureError(error, context.requestId);
  const status = (error && statusOf([error]).status) ?? answer.status;
  return c.body(JSON.stringify(isBatch ? [body] : body), status as ContentfulStatusCode, {
    "Content-Type": "application/json",
  });
};

/** One portal's root: POST only, so that nothing of an input stands in an address (ASVS 14.2.1). */
export const portalApi = (portal: Portal, site: Site): Hono<HttpEnv> => {
  const app = new Hono<HttpEnv>();
  app.use(notStored, refuseCrossSite(site.origins), postOnly, jsonOnly, limitBody);
  app.post("/*", async (c) => {
    const asked = { portal, site, entered: await enter(c, portal, site) };
    const single = singleCall(c, portal);
    if (single) return plainAnswer(c, asked, single);
    return fetchRequestHandler({
      endpoint: `/api/${portal}`,
      req: c.req.raw,
      router: routers[portal],
      allowMethodOverride: true,
      maxBatchSize,
      createContext: ({ resHeaders, info }) =>
        contextOf(c, asked, { headers: resHeaders, paths: info.calls.map((call) => call.path) }),
      responseMeta: ({ errors }) => statusOf(errors),
      onError: ({ error }) => site.onProcedureError(error, c.get("requestId")),
    });
  });
  app.all("/*", (c) => apiError(c, 404));
  return app;
};
