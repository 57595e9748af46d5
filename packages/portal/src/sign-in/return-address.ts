const isPathOfOurs = (path: string): boolean => /^\/(?![/\\])[^\u0000-\u001F\\]*$/u.test(path);

/** Where to go after signing in: a path of this portal, never another site, never the sign-in page itself. */
export const returnAddress = (wanted: unknown): string =>
  typeof wanted === "string" && isPathOfOurs(wanted) && !wanted.startsWith("/sign-in") ? wanted : "/";
