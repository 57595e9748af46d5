import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { allFiles, isForTests, sourceFiles, textOf, withoutComments, workspaces } from "./source-files.ts";

const longestFile = 300;
const vagueNames = ["utils", "util", "helpers", "helper", "common", "misc", "shared", "internal", "types", "constants"];
const scripts = ["build", "test", "test:db", "typecheck"];

describe("the files", () => {
  it("are at most 300 lines long", () => {
    const long = sourceFiles
      .map((path) => ({ path, lines: textOf(path).trimEnd().split("\n").length }))
      .filter(({ lines }) => lines > longestFile)
      .map(({ path, lines }) => `${path}: ${lines}`);
    expect(long).toEqual([]);
  });

  it("are named for what they hold", () => {
    const vague = sourceFiles.filter((path) =>
      path.split("/").some((part) => vagueNames.includes(part.replace(/\.[a-z.]+$/u, ""))),
    );
    expect(vague).toEqual([]);
  });

  it("are in kebab-case, routes of the router excepted", () => {
    const wrong = sourceFiles.filter(
      (path) => !path.includes("/routes/") && !/^\.?[a-z0-9]+(?:[-.][a-z0-9]+)*$/u.test(posix.basename(path)),
    );
    expect(wrong).toEqual([]);
  });

  const without = (excuses: RegExp): string[] =>
    sourceFiles.filter(
      (path) => !path.startsWith("tests/architecture/") && excuses.test(withoutComments(textOf(path))),
    );

  it("turn no rule about size or types off", () => {
    const disabled =
      /(?:oxlint|eslint)-disable[^\n]*(?:max-lines|max-params|no-explicit-any|no-non-null)|@ts-(?:ignore|nocheck)/u;
    expect(
      sourceFiles.filter((path) => !path.startsWith("tests/architecture/") && disabled.test(textOf(path))),
    ).toEqual([]);
  });

  it("cast nothing to never", () => {
    expect(without(/\bas never\b/u)).toEqual([]);
  });

  it("skip no test and leave none for later", () => {
    expect(without(/\b(?:it|test|describe)\.(?:skip|only|todo|fixme)\b/u)).toEqual([]);
  });

  it("the linter holds functions to 50 lines and files to 300, everywhere but in tests", () => {
    const { rules, overrides } = JSON.parse(textOf(".oxlintrc.json")) as {
      readonly rules: Record<string, unknown>;
      readonly overrides: readonly { readonly files: readonly string[]; readonly rules: Record<string, unknown> }[];
    };
    expect(rules["eslint/max-lines-per-function"]).toEqual(["error", expect.objectContaining({ max: 50 })]);
    expect(rules["eslint/max-lines"]).toEqual(["error", expect.objectContaining({ max: longestFile })]);
    const loosened = overrides
      .filter((override) => "eslint/max-lines-per-function" in override.rules || "eslint/max-lines" in override.rules)
      .flatMap((override) => override.files);
    expect(loosened).toEqual(["**/*.test.ts", "**/*.test.tsx", "**/*.e2e.ts"]);
  });
});

describe("the domain", () => {
  const impure =
    /\basync\b|\bawait\b|\bPromise\b|\bDate\.now\b|new Date\(\)|\bMath\.random\b|\bTemporal\.Now\b|\bcrypto\b|\bperformance\b|\bsetTimeout\b|\bfetch\(|\bprocess\./u;

  it("has no clock, no randomness, nothing asynchronous", () => {
    const wrong = sourceFiles
      .filter((path) => path.startsWith("packages/domain/src/") && !isForTests(path))
      .filter((path) => impure.test(withoutComments(textOf(path))));
    expect(wrong).toEqual([]);
  });

  it("depends on zod only", () => {
    const manifest = JSON.parse(textOf("packages/domain/package.json")) as { readonly dependencies: object };
    expect(Object.keys(manifest.dependencies)).toEqual(["zod"]);
  });
});

describe("every workspace", () => {
  // Turbo passes over a package without the script, silently.
  it("has the same scripts, even where one does nothing", () => {
    const missing = workspaces.flatMap((folder) => {
      const manifest = JSON.parse(textOf(`${folder}/package.json`)) as { readonly scripts?: Record<string, string> };
      return scripts.filter((name) => manifest.scripts?.[name] === undefined).map((name) => `${folder}: ${name}`);
    });
    expect(missing).toEqual([]);
  });

  // `npm test` counts what these presets report; a test outside them would be run by nobody, or counted by nobody.
  it("runs its tests by the presets of packages/config", () => {
    const runs = (folder: string, script: string, config: string): boolean => {
      const manifest = JSON.parse(textOf(`${folder}/package.json`)) as { readonly scripts: Record<string, string> };
      const path = `${folder}/${config}`;
      return (
        manifest.scripts[script]?.startsWith("vitest run") === true &&
        allFiles.includes(path) &&
        textOf(path).includes("@tsunagari/config/vitest")
      );
    };
    const wrong = workspaces.filter((folder) => {
      const tests = sourceFiles.filter((path) => path.startsWith(`${folder}/`) && /\.test\.tsx?$/u.test(path));
      const onDatabase = tests.filter((path) => path.endsWith(".db.test.ts"));
      const unitsRun = tests.length === onDatabase.length || runs(folder, "test", "vitest.config.ts");
      return !unitsRun || (onDatabase.length > 0 && !runs(folder, "test:db", "vitest.db.config.ts"));
    });
    expect(wrong).toEqual([]);
  });

  it("has a README", () => {
    expect(workspaces.filter((folder) => !allFiles.includes(`${folder}/README.md`))).toEqual([]);
  });

  it("takes shared versions from the catalog", () => {
    const pinned = workspaces.flatMap((folder) => {
      const manifest = JSON.parse(textOf(`${folder}/package.json`)) as Record<
        string,
        Record<string, string> | undefined
      >;
      const all = { ...manifest["dependencies"], ...manifest["devDependencies"] };
      return Object.entries(all)
        .filter(([, version]) => version !== "catalog:" && version !== "workspace:*")
        .map(([name, version]) => `${folder}: ${name} ${version}`);
    });
    expect(pinned).toEqual([]);
  });
});
