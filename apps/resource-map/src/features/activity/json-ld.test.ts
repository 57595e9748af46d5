import { expect, test } from "vitest";
import { jsonForHtml } from "./json-ld.ts";

test.each(["</script><script>alert(1)</script>", "<!--<script>", "]]>", "\u2028", '"\\'])(
  "a title of %j neither ends nor begins an element, and is read back unchanged",
  (title) => {
    const text = jsonForHtml({ title });
    expect(text).not.toMatch(/[<\u2028\u2029]/u);
    expect(JSON.parse(text)).toEqual({ title });
  },
);
