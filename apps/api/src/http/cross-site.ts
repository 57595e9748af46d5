import type { MiddlewareHandler } from "hono";
import { apiError } from "./api-error.ts";
import type { HttpEnv } from "./request.ts";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

type Asked = {
  readonly method: string;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
};

/**
 * Whether a request may change something (ASVS 3.5.1): it says where it comes from, and everything it says is this very
 * site. Browsers too old for `Sec-Fetch-Site` still send `Origin`; a request with neither is no browser of ours.
 */
export const isSameSite = ({ method, origin, fetchSite }: Asked, allowedOrigins: readonly string[]): boolean => {
  if (safeMethods.has(method)) return true;
  if (origin === undefined && fetchSite === undefined) return false;
  if (origin !== undefined && !allowedOrigins.includes(origin)) return false;
  return fetchSite === undefined || fetchSite === "same-origin";
};

/** Refuses unsafe requests from elsewhere, before anything reads them. */
export const refuseCrossSite =
  (allowedOrigins: readonly string[]): MiddlewareHandler<HttpEnv> =>
  async (c, next) => {
    const { method } = c.req;
    const origin = c.req.header("origin");
    const fetchSite = c.req.header("sec-fetch-site");
    if (!isSameSite({ method, origin, fetchSite }, allowedOrigins)) return apiError(c, 403);
    return next();
  };
