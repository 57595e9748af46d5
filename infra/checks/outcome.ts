import { readFile } from "node:fs/promises";
import { z } from "zod";

/** What a stage found; `failures` names what failed, in a line each. */
export type Outcome = { readonly passed: number; readonly failed: number; readonly failures: readonly string[] };

export const nothing: Outcome = { passed: 0, failed: 0, failures: [] };

export const failure = (text: string): Outcome => ({ passed: 0, failed: 1, failures: [text] });

export const add = (one: Outcome, other: Outcome): Outcome => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  failures: [...one.failures, ...other.failures],
});

const VitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/** Counts a report of Vitest. A skipped test proves nothing, so it counts as failed; so does a file that did not load. */
export const countVitest = (report: unknown): Outcome =>
  VitestReport.parse(report)
    .testResults.map((file): Outcome => {
      if (file.assertionResults.length === 0)
        return file.status === "failed" ? failure(`${file.name} did not load`) : nothing;
      const unmet = file.assertionResults.filter((test) => test.status !== "passed");
      return {
        passed: file.assertionResults.length - unmet.length,
        failed: unmet.length,
        failures: unmet.map((test) => `${test.status}: ${test.fullName}`),
      };
    })
    .reduce(add, nothing);

const Spec = z.object({ title: z.string(), ok: z.boolean(), tests: z.array(z.object({ status: z.string() })) });
type Suite = {
  readonly specs?: readonly z.infer<typeof Spec>[] | undefined;
  readonly suites?: readonly Suite[] | undefined;
};
const Suite: z.ZodType<Suite> = z.object({
  specs: z.array(Spec).optional(),
  get suites() {
    return z.array(Suite).optional();
  },
});
const PlaywrightReport = z.object({
  suites: z.array(Suite),
  errors: z.array(z.object({ message: z.string().optional() })),
});

const specsOf = (suite: Suite): readonly z.infer<typeof Spec>[] => [
  ...(suite.specs ?? []),
  ...(suite.suites ?? []).flatMap(specsOf),
];

/** Counts a report of Playwright. A journey that was skipped, or passed only at a second try, counts as failed. */
export const countPlaywright = (report: unknown): Outcome => {
  const { suites, errors } = PlaywrightReport.parse(report);
  const specs = suites.flatMap(specsOf);
  const unmet = specs.filter((spec) => !spec.tests.every((test) => test.status === "expected"));
  return {
    passed: specs.length - unmet.length,
    failed: unmet.length + errors.length,
    failures: [...unmet.map((spec) => `journey: ${spec.title}`), ...errors.map((error) => error.message ?? "an error")],
  };
};

export const readReport = async (path: string): Promise<unknown> => {
  const report: unknown = JSON.parse(await readFile(path, "utf8"));
  return report;
};
