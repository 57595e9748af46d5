import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { allFiles, isForTests, textOf, workspaces } from "./source-files.ts";

/** The files other packages enter by: what a manifest exports, a pattern such as `./*` for each of its folders. */
const faces = workspaces.flatMap((folder) => {
  const { exports = {} } = JSON.parse(textOf(`${folder}/package.json`)) as {
    readonly exports?: Record<string, string>;
  };
  return Object.values(exports)
    .filter((target) => target.endsWith(".ts"))
    .flatMap((target) => {
      const pattern = new RegExp(
        `^${posix
          .join(folder, target)
          .replaceAll(".", String.raw`\.`)
          .replace("*", "[^/]+")}$`,
        "u",
      );
      return allFiles.filter((path) => pattern.test(path));
    });
});

const passedOn = /^export (?:\*|\{(?<names>[^}]*)\}) from "(?<from>\.[^"]+)";$/gmu;
const declared = /(?<docstring>\*\/\n(?:\/\/.*\n)*)?^export (?:async )?(?:const|function) (?<name>\w+)/gmu;
/** What makes the value of a constant a function: parameters, a type parameter, or one of the kernel's own makers. */
const functionValue = /^(?:async\s+)?(?:\(|<[A-Z]|\w+\s*=>|define[A-Z]\w*\(|\w+ as [A-Z]\w*;)/u;

const isFunction = (declaration: string): boolean => {
  if (!declaration.startsWith("export const ")) return true;
  const equals = declaration.search(/ =\s/u);
  return equals >= 0 && functionValue.test(declaration.slice(equals + 2).trimStart());
};

/** Where each exported function stands, with whether a docstring stands above it; types and values need none. */
const functionsOf = (
  path: string,
  wanted: readonly string[] | null = null,
): readonly (readonly [string, boolean])[] => {
  const text = textOf(path);
  const own = [...text.matchAll(declared)]
    .filter(({ groups }) => wanted === null || wanted.includes(groups?.["name"] ?? ""))
    .filter((match) => isFunction(text.slice(text.indexOf("export", match.index))))
    .map(({ groups }) => [`${path}: ${groups?.["name"] ?? ""}`, groups?.["docstring"] !== undefined] as const);
  const others = [...text.matchAll(passedOn)].flatMap(({ groups }) => {
    const target = posix.join(posix.dirname(path), groups?.["from"] ?? "");
    const names = groups?.["names"]?.split(",").map((name) => name.trim().split(" as ")[0] ?? "");
    if (names === undefined) return functionsOf(target, wanted);
    const asked = names.filter((name) => name !== "" && !name.startsWith("type ") && (wanted?.includes(name) ?? true));
    return asked.length === 0 ? [] : functionsOf(target, asked);
  });
  return [...own, ...others];
};

const found = new Map(faces.filter((path) => !isForTests(path)).flatMap((path) => functionsOf(path)));

describe("every function a package gives to others", () => {
  /* If this fails: say above it in a sentence or two what comes in and out, in which unit or time zone, what it throws. */
  it("says what it does", () => {
    expect([...found].filter(([, isSaid]) => !isSaid).map(([name]) => name)).toEqual([]);
  });

  it("is found, however it is passed on", () => {
    const examples = [
      "packages/domain/src/kernel/time.ts: addBusinessDays",
      "packages/services/src/referral/receiver/accept.ts: acceptReferral",
      "packages/services/src/kernel/define-command.ts: defineCommand",
      "packages/ui/src/table.tsx: Table",
      "packages/db/src/migrate.ts: migrate",
    ];
    expect(examples.filter((name) => !found.has(name))).toEqual([]);
    expect(found.size).toBeGreaterThan(400);
  });
});
