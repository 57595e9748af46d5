import { Cookie, type CookieAttributes } from "lucia";
import type { Portal } from "@tsunagari/domain/identity";

/** Whether the portals are reached by https; only the demo on http is not. */
export type CookieSecurity = { readonly isHttps: boolean };

/**
 * One cookie per portal, so that signing out of one leaves the other alone. `__Host-` binds it to this very host and
 * to https (ASVS 3.3.1); browsers refuse that prefix on http.
 */
export const sessionCookieName = (portal: Portal, { isHttps }: CookieSecurity): string =>
  isHttps ? `__Host-${portal}` : portal;

/** Staff never arrive signed in from a link elsewhere; partners may, from the mail that says something waits. */
const attributes = (portal: Portal, { isHttps }: CookieSecurity): CookieAttributes => ({
  httpOnly: true,
  secure: isHttps,
  path: "/",
  sameSite: portal === "staff" ? "strict" : "lax",
});

/** A session's token as Lucia makes it: 200 random bits in base 32. */
export const isSessionToken = (text: string): boolean => /^[a-z2-7]{40}$/u.test(text);

/** The token in a `Cookie` header, or null where there is none of the right shape. A broken header is no error. */
export const readSessionCookie = (
  header: string | null | undefined,
  portal: Portal,
  security: CookieSecurity,
): string | null => {
  const start = `${sessionCookieName(portal, security)}=`;
  const found = (header ?? "").split(/; */u).find((item) => item.startsWith(start));
  const token = found?.slice(start.length) ?? "";
  return isSessionToken(token) ? token : null;
};

/** The `Set-Cookie` header that hands a session to the browser; without an age, it ends with the browser at the latest. */
export const sessionCookie = (token: string, portal: Portal, security: CookieSecurity): string =>
  new Cookie(sessionCookieName(portal, security), token, attributes(portal, security)).serialize();

/** The `Set-Cookie` header that takes the session of this portal, and no other, from the browser. */
export const blankSessionCookie = (portal: Portal, security: CookieSecurity): string =>
  new Cookie(sessionCookieName(portal, security), "", { ...attributes(portal, security), maxAge: 0 }).serialize();
