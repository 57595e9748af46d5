import { expect, test } from "vitest";
import { skewOf } from "./clock-watch.ts";

test.each([
  ["the database answers within the asking", 1000, 1400, 3000, 0],
  ["this machine is a day ahead", 86_400_000, 500, 86_400_010, 86_399_500],
  ["this machine is a day behind", 0, 86_400_000, 10, -86_399_990],
])("%s", (_, asked, database, answered, skew) => {
  expect(skewOf(asked, database, answered)).toBe(skew);
});
