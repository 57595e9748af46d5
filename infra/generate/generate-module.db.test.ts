import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { isSoak, patience } from "@tsunagari/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { repository } from "../instance/paths.ts";
import { finishModule, writeProofs } from "./finish-module.ts";
import { generateModule, GenerateRefused, type Generated } from "./generate-module.ts";

const run = promisify(execFile);
/** What runs leave behind; at the root also every hidden folder, of which some are large. */
const left =
  /(?:^\.(?!ox)|(?:^|\/)(?:\.turbo|\.tanstack|\.vite(?:-temp)?|dist|test-results|playwright-report)(?:\/|$))/u;

/** A tree of its own beside this one, with the same packages installed: those of the root are shared, links are copied. */
const copyTree = async (): Promise<string> => {
  const root = await mkdtemp(join(tmpdir(), "tsunagari-generate-"));
  const isWanted = (source: string) => {
    const path = source.slice(repository.length + 1);
    return path !== "node_modules" && !left.test(path);
  };
  await cp(repository, root, { recursive: true, verbatimSymlinks: true, filter: isWanted });
  await symlink(join(repository, "node_modules"), join(root, "node_modules"));
  return root;
};

let root: string;
let generated: Generated;
const ask = { name: "local-issue", label: "地域生活課題" };

beforeAll(async () => {
  root = await copyTree();
  generated = await generateModule({ root, ...ask });
  await finishModule(root, generated);
}, patience(180));
afterAll(() => rm(root, { recursive: true, force: true }));

/** Runs a program of a workspace of the copy; throws with what it said if it fails. */
const inCopy = async (folder: string, ...line: readonly [string, ...string[]]): Promise<string> => {
  const [program, ...args] = line;
  const cwd = join(root, folder);
  const { stdout } = await run(join(cwd, "node_modules/.bin", program), args, { cwd, maxBuffer: 50_000_000 });
  return stdout;
};

/* What takes longest is left to the soak: the types of the tests, the linter, who may call what in the demo. */
describe("a generated module", () => {
  it(
    "compiles from the database to the page, with every registration in place",
    async () => {
      for (const folder of isSoak ? ["apps/staff-portal", "tests"] : ["apps/staff-portal"])
        expect(await inCopy(folder, "tsc", "--noEmit"), folder).toBe("");
    },
    patience(180),
  );

  it(
    "passes the tests it brings, on a real PostgreSQL",
    async () => {
      expect(await inCopy("packages/domain", "vitest", "run", "src/local-issue")).toContain("passed");
      const onDatabase = ["run", "--config", "vitest.db.config.ts"];
      expect(await inCopy("packages/services", "vitest", ...onDatabase, "src/local-issue")).toContain("passed");
    },
    patience(180),
  );

  it(
    "is fenced, counted and covered by the proofs over all modules",
    async () => {
      await writeProofs(root, isSoak ? [] : ["authz/access"]);
      const page = (path: string) => readFile(join(root, "tests/authz", path), "utf8");
      expect(await page("policy/golden/localIssue.md")).toContain("地域生活課題を直す");
      expect(await page("matrix/golden/local_issue.md")).toContain("| platform administrator | siu✕ | ·✕·✕ |");
      expect(await page("endpoints/procedures.txt")).toContain("staff mutation localIssue.archive");
      const onDatabase = ["run", "--config", "vitest.db.config.ts"];
      await inCopy(
        "tests",
        "vitest",
        ...onDatabase,
        "authz/catalog",
        "authz/oracle",
        "-t",
        "^(?!.*random worlds|.*were asked)",
      );
    },
    patience(180),
  );

  it(
    "breaks no rule of the tree",
    async () => {
      const rules = ["modules", "edges", "drafts", "docstrings"].map((rule) => `architecture/${rule}`);
      expect(await inCopy("tests", "vitest", "run", ...rules)).toContain("passed");
      if (!isSoak) return;
      await inCopy(".", "oxlint", "--type-aware", ...generated.written.map((path) => join(root, path)));
    },
    patience(60),
  );

  it("changes one line in each of six files and no other", async () => {
    expect(generated.edited).toHaveLength(6);
    for (const path of generated.edited) {
      const lines = async (of: string) => (await readFile(join(of, path), "utf8")).split("\n");
      const was = await lines(repository);
      const added = (await lines(root)).filter((line) => !was.includes(line));
      expect(added, path).toHaveLength(1);
    }
  });

  it("is not written over", async () => {
    await expect(generateModule({ root, ...ask })).rejects.toThrow(GenerateRefused);
  });
});
