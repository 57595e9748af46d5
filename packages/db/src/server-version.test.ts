import { expect, test } from "vitest";
import { assertSupportedVersion } from "./server-version.ts";

test.each([160_000, 160_010, 170_002, 180_004])("a server that says %d is taken", (version) => {
  expect(() => assertSupportedVersion(version)).not.toThrow();
});

test("an older server is refused in a sentence that names both releases", () => {
  expect(() => assertSupportedVersion(150_018)).toThrow(
    "PostgreSQL 16 or newer is needed; this server is 15.18. Nothing was changed.",
  );
});
