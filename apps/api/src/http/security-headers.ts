import type { MiddlewareHandler } from "hono";
import type { HttpEnv } from "./request.ts";

/** Everything comes from this host; nothing inline, nothing framed (ASVS 3.4.3, 3.4.6). */
export const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "form-action 'self'",
].join("; ");

const always = {
  "Content-Security-Policy": contentSecurityPolicy,
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "Permissions-Policy":
    "camera=(), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(self), usb=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
} as const;

/** Two years; said on https only, where a browser heeds it (ASVS 3.4.1). */
export const transportSecurity = "max-age=63072000; includeSubDomains";

/** The headers of every answer, errors included. */
export const securityHeaders =
  (isHttps: boolean): MiddlewareHandler<HttpEnv> =>
  async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(always)) c.res.headers.set(name, value);
    if (isHttps) c.res.headers.set("Strict-Transport-Security", transportSecurity);
  };
