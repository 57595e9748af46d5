import { describe, expect, test } from "vitest";
import { isSameSite } from "./cross-site.ts";

const here = "https://tsunagari.example.jp";
const origins = [undefined, here, "https://evil.example", "null"] as const;
const sites = [undefined, "same-origin", "same-site", "cross-site", "none", "anything"] as const;

/** The only combinations a browser showing our own page can send. */
const allowed: readonly string[] = [`${here}|same-origin`, `${here}|undefined`, "undefined|same-origin"];

const table = origins.flatMap((origin) => sites.map((fetchSite) => ({ origin, fetchSite })));

describe("an unsafe request", () => {
  test.each(table)(
    "from origin $origin with Sec-Fetch-Site $fetchSite passes only where both speak for this site",
    (asked) => {
      const verdict = isSameSite({ method: "POST", ...asked }, [here]);
      expect(verdict).toBe(allowed.includes(`${asked.origin}|${asked.fetchSite}`));
    },
  );

  test.each(["POST", "PUT", "PATCH", "DELETE", "post", "X"])(
    "with method %s and no word of its origin is refused",
    (method) => {
      expect(isSameSite({ method, origin: undefined, fetchSite: undefined }, [here])).toBe(false);
    },
  );

  test.each([`${here}/`, `${here}.evil.example`, here.toUpperCase(), `${here}:8443`, "http://tsunagari.example.jp"])(
    "from the similar origin %s is refused",
    (origin) => {
      expect(isSameSite({ method: "POST", origin, fetchSite: "same-origin" }, [here])).toBe(false);
    },
  );
});

test.each(["GET", "HEAD", "OPTIONS"])("a safe %s may come from anywhere", (method) => {
  expect(isSameSite({ method, origin: "https://evil.example", fetchSite: "cross-site" }, [here])).toBe(true);
});
