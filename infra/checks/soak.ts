import { mkdir, rm, writeFile } from "node:fs/promises";
import { runCommand } from "../instance/command.ts";
import { repository } from "../instance/paths.ts";
import { countVitest, failure, readReport, type Outcome } from "./outcome.ts";

type Proof = {
  readonly name: string;
  /** The package the test lies in, and its file. */
  readonly in: string;
  readonly file: string;
};

/** The tests that repeat by `scaled(short, long)` of packages/testing/src/scale.ts; a new one is a line here. */
const proofs: readonly Proof[] = [
  { name: "fences and decisions on random worlds", in: "tests", file: "authz/oracle/oracle.db.test.ts" },
  {
    name: "withdrawal against send, accept and narrow; capacity",
    in: "packages/services",
    file: "src/referral/race.db.test.ts",
  },
  { name: "requests of many users on one pool", in: "tests", file: "authz/kernel/transaction.db.test.ts" },
  { name: "bad input to every procedure", in: "tests", file: "authz/endpoints/corpus.db.test.ts" },
  { name: "tamperings of the audit chain", in: "packages/services", file: "src/audit/verify.test.ts" },
  { name: "a module that is generated", in: "infra", file: "generate/generate-module.db.test.ts" },
  { name: "kills of API and PostgreSQL", in: "tests", file: "faults/kills.db.test.ts" },
];

type Run = {
  readonly proof: Proof;
  readonly round: number;
  readonly seed: number;
  readonly seconds: number;
  readonly outcome: Outcome;
};

const folder = `${repository}/infra/test-results`;

/** Names the tests that ran, since they state how often something was repeated. */
const titlesOf = (report: unknown): readonly string[] => {
  const { testResults } = report as { testResults: { assertionResults: { title: string; status: string }[] }[] };
  return testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ title, status }) => `${status}: ${title}`),
  );
};

const runProof = async (
  proof: Proof,
  at: { readonly round: number; readonly seed: number },
): Promise<Run & { readonly titles: readonly string[] }> => {
  const isOnDatabase = proof.file.endsWith(".db.test.ts");
  const cwd = `${repository}/${proof.in}`;
  // A file of its own: whoever tests meanwhile writes into the package's.
  const output = `${folder}/soak-proof.json`;
  const config = isOnDatabase ? "vitest.db.config.ts" : "vitest.config.ts";
  const startedAt = Date.now();
  await rm(output, { force: true });
  await runCommand(
    `${cwd}/node_modules/.bin/vitest`,
    ["run", "--config", config, proof.file, "--testTimeout", "36000000"],
    {
      cwd,
      env: { ...process.env, SOAK: "1", SOAK_SEED: String(at.seed), TEST_REPORT: output },
    },
  );
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  try {
    const report = await readReport(output);
    return { proof, ...at, seconds, outcome: countVitest(report), titles: titlesOf(report) };
  } catch {
    return { proof, ...at, seconds, outcome: failure(`${proof.file} left no report`), titles: [] };
  }
};

const render = (runs: readonly (Run & { readonly titles: readonly string[] })[]): string => {
  const failures = runs.flatMap(({ proof, seed, outcome }) =>
    outcome.failures.map(
      (text) =>
        `- ${proof.name}, seed ${String(seed)}: ${text}\n  again: \`SOAK=1 SOAK_SEED=${String(seed)}\` with \`${proof.in}/${proof.file}\``,
    ),
  );
  const rows = runs.map(
    ({ proof, round, seed, seconds, outcome }) =>
      `| ${String(round)} | ${proof.name} | ${String(seed)} | ${String(seconds)} | ${String(outcome.passed)} | ${String(outcome.failed)} |`,
  );
  const [first] = runs;
  const titles = runs
    .filter(({ round }) => round === first?.round)
    .flatMap(({ proof, titles: lines }) => [`- ${proof.name}`, ...lines.slice(0, 40).map((line) => `  - ${line}`)]);
  return [
    "# Soak",
    "",
    `${new Date().toISOString()}, Node ${process.version}, ${process.platform} ${process.arch}`,
    "",
    "| round | proof | seed | seconds | passed | failed |",
    "| --: | --- | --: | --: | --: | --: |",
    ...rows,
    "",
    "## Failures",
    "",
    ...(failures.length > 0 ? failures : ["None."]),
    "",
    "## What ran",
    "",
    ...titles,
    "",
  ].join("\n");
};

/**
 * Runs the long versions of the proofs, each round with a seed of its own, until the minutes are over; at least one round
 * always. `only` chooses proofs whose name or file holds it. Answers whether nothing failed.
 */
export const soak = async (minutes: number, only: string): Promise<boolean> => {
  await mkdir(folder, { recursive: true });
  const until = Date.now() + minutes * 60_000;
  const chosen = proofs.filter(({ name, file }) => `${name} ${file}`.includes(only));
  const runs: (Run & { readonly titles: readonly string[] })[] = [];
  const path = `${folder}/soak.md`;
  for (let round = 1; round === 1 || Date.now() < until; round += 1) {
    const seed = Math.floor(Date.now() % 2_000_000_000);
    for (const proof of chosen) {
      console.info(`\n── round ${String(round)}, seed ${String(seed)}: ${proof.name}`);
      runs.push(await runProof(proof, { round, seed }));
      // Written after each, so that a soak that is stopped has told what it found.
      await writeFile(path, render(runs));
    }
  }
  console.info(`\n${render(runs)}\nwritten to ${path}`);
  return runs.every(({ outcome }) => outcome.failed === 0);
};
