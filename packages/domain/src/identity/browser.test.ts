import { describe, expect, it } from "vitest";
import { browserOf } from "./browser.ts";

const chrome =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36";

describe("the family of a browser", () => {
  it.each([
    [chrome, "chrome", "windows"],
    [`${chrome} Edg/143.0.0.0`, "edge", "windows"],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1",
      "safari",
      "ios",
    ],
    [
      "Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0 Mobile Safari/537.36",
      "chrome",
      "android",
    ],
    ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:145.0) Gecko/20100101 Firefox/145.0", "firefox", "mac"],
    ["", "other", "other"],
    ["<script>山田花子</script>", "other", "other"],
  ])("of %s is %s on %s", (userAgent, family, system) => {
    expect(browserOf(userAgent)).toEqual({ family, system });
  });
});
