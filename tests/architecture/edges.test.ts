import { describe, expect, it } from "vitest";
import {
  importsIn,
  importsOf,
  isForTests,
  sourceFiles,
  textOf,
  workspaceOf,
  workspaces,
  type ImportedName,
} from "./source-files.ts";

type Allowed = { readonly any: readonly string[]; readonly typesOnly?: readonly string[] };

/** Who may import whom. A new line here is a decision about the house: it wants an ADR (docs/adr/0001-rings.md). */
const table: Readonly<Record<string, Allowed>> = {
  "packages/config": { any: [] },
  "packages/domain": { any: [] },
  "packages/ui": { any: [] },
  "packages/messages": { any: ["domain"] },
  "packages/db": { any: ["domain"] },
  "packages/auth": { any: ["domain", "db"] },
  "packages/services": { any: ["domain", "db", "auth", "messages"] },
  "packages/demo": { any: ["domain", "services", "messages"] },
  "packages/rpc": { any: ["domain", "services"] },
  "packages/portal": { any: ["domain", "messages", "ui"], typesOnly: ["rpc"] },
  "packages/testing": { any: ["domain", "db"] },
  "apps/api": { any: ["rpc", "services", "auth", "db", "demo"] },
  "apps/staff-portal": { any: ["portal", "ui", "domain", "messages"] },
  "apps/partner-portal": { any: ["portal", "ui", "domain", "messages"] },
  "apps/resource-map": { any: ["ui", "domain", "messages"], typesOnly: ["rpc"] },
  infra: { any: ["db", "services", "config"] },
};
/** In tests and configuration only. The inner rings have no database harness: they know no database. */
const forTests = ["config", "testing", "db"];
const withoutHarness = new Set([
  "packages/config",
  "packages/domain",
  "packages/ui",
  "packages/messages",
  "packages/db",
]);

const ownName = (workspace: string): string => workspace.split("/").at(-1) ?? workspace;
const packageOf = ({ specifier }: ImportedName): string | undefined => /^@tsunagari\/([^/]+)/u.exec(specifier)?.[1];

const isAllowed = (workspace: string, imported: ImportedName): boolean => {
  const target = packageOf(imported);
  const rule = table[workspace];
  if (workspace === "tests" || target === undefined || target === ownName(workspace)) return true;
  if (rule === undefined) return false;
  if (rule.any.includes(target)) return true;
  if (imported.isType && rule.typesOnly?.includes(target)) return true;
  if (!isForTests(imported.from)) return false;
  return target === "config" || (forTests.includes(target) && !withoutHarness.has(workspace));
};

describe("the edges between packages", () => {
  it("every workspace has its line in the table, and the table names no other", () => {
    expect([...Object.keys(table), "tests"].toSorted()).toEqual(workspaces.toSorted());
  });

  it("no file imports a package its own may not", () => {
    const wrong = sourceFiles.flatMap((path) => {
      const workspace = workspaceOf(path);
      if (workspace === undefined) return [];
      return importsOf(path)
        .filter((imported) => !isAllowed(workspace, imported))
        .map((imported) => `${path} imports ${imported.specifier}`);
    });
    expect(wrong).toEqual([]);
  });

  it("no example of a README imports a package its own may not", () => {
    const wrong = workspaces.flatMap((workspace) =>
      [...textOf(`${workspace}/README.md`).matchAll(/^```tsx? runnable\n(?<code>[\s\S]*?)^```$/gmu)]
        .flatMap(({ groups }) => importsIn(groups?.["code"] ?? "", `${workspace}/README.md`))
        .filter((imported) => !isAllowed(workspace, imported))
        .map((imported) => `${imported.from} imports ${imported.specifier}`),
    );
    expect(wrong).toEqual([]);
  });

  it("no manifest names a dependency of the workspace that the table does not", () => {
    const wrong = Object.entries(table).flatMap(([workspace, rule]) => {
      const manifest = JSON.parse(textOf(`${workspace}/package.json`)) as {
        readonly dependencies?: Record<string, string>;
        readonly devDependencies?: Record<string, string>;
      };
      const named = (list: Record<string, string> | undefined) =>
        Object.keys(list ?? {}).flatMap((name) => /^@tsunagari\/(.+)$/u.exec(name)?.slice(1) ?? []);
      const development = [...rule.any, ...(rule.typesOnly ?? []), "config"];
      return [
        ...named(manifest.dependencies).filter((name) => !rule.any.includes(name)),
        ...named(manifest.devDependencies).filter(
          (name) => !development.includes(name) && (name !== "testing" || withoutHarness.has(workspace)),
        ),
      ].map((name) => `${workspace}: ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  it("the outer rings reach the database through packages/db only", () => {
    const wrong = sourceFiles
      .filter((path) => !path.startsWith("packages/db/"))
      .flatMap(importsOf)
      .filter(({ specifier }) => /^drizzle-(?:orm|kit)(?:\/|$)/u.test(specifier));
    expect(wrong).toEqual([]);
  });

  it("nothing in rpc knows the database", () => {
    const wrong = sourceFiles
      .filter((path) => path.startsWith("packages/rpc/src/") && !isForTests(path))
      .flatMap(importsOf)
      .filter(({ specifier }) => /^(?:@tsunagari\/db|postgres)(?:\/|$)/u.test(specifier));
    expect(wrong).toEqual([]);
  });
});
