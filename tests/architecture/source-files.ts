import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";

export const repository = fileURLToPath(new URL("../..", import.meta.url));

const skipped = new Set([
  "node_modules",
  "dist",
  "test-results",
  "playwright-report",
  ".turbo",
  ".tanstack",
  ".git",
  ".toolchain",
  ".data",
]);

const walk = (directory: string): string[] =>
  readdirSync(join(repository, directory), { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return [];
    const path = posix.join(directory, entry.name);
    return entry.isDirectory() ? walk(path) : [path];
  });

/** Every file of the repository that people write, as a path from its root. */
export const allFiles = walk(".");

export const textOf = (path: string): string => readFileSync(join(repository, path), "utf8");

const isGenerated = (path: string): boolean => path.includes(".gen.") || path.includes("/migrations/");

export const sourceFiles = allFiles.filter((path) => /\.(?:ts|tsx|mjs|mts)$/u.test(path) && !isGenerated(path));

/** Tests, and what only tests use. */
export const isForTests = (path: string): boolean =>
  /(?:\.(?:test|fixture)\.tsx?|\/test-[a-z-]+\.tsx?|\.config\.ts)$/u.test(path);

export const workspaces = ["apps", "packages"]
  .flatMap((folder) => readdirSync(join(repository, folder)).map((name) => posix.join(folder, name)))
  .concat("infra", "tests")
  .filter((folder) => allFiles.includes(`${folder}/package.json`));

export const workspaceOf = (path: string): string | undefined =>
  workspaces.find((folder) => path.startsWith(`${folder}/`));

export type ImportedName = { readonly from: string; readonly specifier: string; readonly isType: boolean };

const importPattern =
  /^[ \t]*(?:import|export)\s+(?<kind>type\s)?(?:[^;"']*?\sfrom\s+)?["'](?<specifier>[^"']+)["']|import\(\s*["'](?<dynamic>[^"']+)["']\s*\)/gmu;

/** Comments and the text of templates may hold words that look like code. */
export const withoutComments = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gmu, "");

export const importsIn = (text: string, from: string): ImportedName[] =>
  [...withoutComments(text).matchAll(importPattern)].map((match) => ({
    from,
    specifier: match.groups?.["specifier"] ?? match.groups?.["dynamic"] ?? "",
    isType: match.groups?.["kind"] !== undefined,
  }));

export const importsOf = (path: string): ImportedName[] => importsIn(textOf(path), path);

/** The file a relative import means, as a path from the root. */
export const targetOf = ({ from, specifier }: ImportedName): string => posix.join(posix.dirname(from), specifier);
