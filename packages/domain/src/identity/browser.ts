/** Families a person knows by name; everything else is `other`. */
export const browserFamilies = ["edge", "opera", "firefox", "chrome", "safari", "other"] as const;
export type BrowserFamily = (typeof browserFamilies)[number];
export const systemFamilies = ["windows", "android", "ios", "mac", "linux", "other"] as const;
export type SystemFamily = (typeof systemFamilies)[number];

/** Where a session is used: enough to know it again, too little to know a person by. */
export type Browser = { readonly family: BrowserFamily; readonly system: SystemFamily };

// Order matters: each browser also names those it descends from.
const families: readonly (readonly [BrowserFamily, RegExp])[] = [
  ["edge", /\bEdg(?:e|A|iOS)?\//u],
  ["opera", /\bOPR\//u],
  ["firefox", /\b(?:Firefox|FxiOS)\//u],
  ["chrome", /\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\//u],
  ["safari", /\bSafari\//u],
];
const systems: readonly (readonly [SystemFamily, RegExp])[] = [
  ["windows", /Windows/u],
  ["android", /Android/u],
  ["ios", /iPhone|iPad|iPod/u],
  ["mac", /Mac OS X|Macintosh/u],
  ["linux", /Linux|X11/u],
];

const first = <Name extends string>(table: readonly (readonly [Name, RegExp])[], text: string): Name | null =>
  table.find(([, pattern]) => pattern.test(text))?.[0] ?? null;

/** The families in a `User-Agent`; what stands there is anybody's claim and serves its owner's memory only. */
export const browserOf = (userAgent: string): Browser => {
  const text = userAgent.slice(0, 500);
  return { family: first(families, text) ?? "other", system: first(systems, text) ?? "other" };
};
