import { describe, expect, it } from "vitest";
import { countPlaywright, countVitest } from "./outcome.ts";

describe("the counts of npm test", () => {
  it("takes a skipped unit test, and a file that does not load, for failures", () => {
    const test = (fullName: string, status: string) => ({ fullName, status });
    expect(
      countVitest({
        testResults: [
          { name: "a", status: "failed", assertionResults: [test("one", "passed"), test("two", "failed")] },
          { name: "b", status: "passed", assertionResults: [test("three", "skipped")] },
          { name: "c", status: "failed", assertionResults: [] },
        ],
      }),
    ).toEqual({ passed: 1, failed: 3, failures: ["failed: two", "skipped: three", "c did not load"] });
  });

  it("takes a skipped or flaky journey for a failure, however deep it lies", () => {
    const spec = (title: string, status: string) => ({ title, ok: true, tests: [{ status }] });
    expect(
      countPlaywright({
        suites: [
          {
            specs: [spec("one", "expected")],
            suites: [{ specs: [spec("two", "skipped")], suites: [{ specs: [spec("three", "flaky")] }] }],
          },
        ],
        errors: [{ message: "no tests" }],
      }),
    ).toEqual({ passed: 1, failed: 3, failures: ["journey: two", "journey: three", "no tests"] });
  });
});
