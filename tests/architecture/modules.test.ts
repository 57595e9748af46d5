import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { allFiles, importsOf, isForTests, sourceFiles, targetOf } from "./source-files.ts";

const namesUnder = (folder: string): string[] =>
  [
    ...new Set(
      allFiles
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => path.slice(folder.length + 1).split("/")[0] ?? ""),
    ),
  ]
    .filter((name) => !/\.test\.tsx?$/u.test(name))
    .map((name) => name.replace(/\.ts$/u, ""));

const modules = namesUnder("packages/domain/src").filter(
  (name) => allFiles.includes(`packages/domain/src/${name}/index.ts`) && name !== "kernel",
);

/** A module's own name, or that of a part of it in a file of its own: `identity`, `identity-invitation`. */
const isOfModule = (name: string): boolean =>
  modules.some((module) => name === module || name.startsWith(`${module}-`));

/** A ring's folders or files that are no module, each for a reason that is plain from its name. */
const rings: readonly { readonly folder: string; readonly besides: readonly string[] }[] = [
  { folder: "packages/services/src", besides: ["kernel"] },
  { folder: "packages/messages/src/ja", besides: ["kernel", "index", "look-up", "modules"] },
  { folder: "packages/db/src/schema", besides: ["columns", "index"] },
  { folder: "packages/rpc/src/routers", besides: ["index"] },
];

/** The kernel is the ground under a ring's modules, not one of them: any of its files may be imported. */
const kernels = ["packages/domain/src/kernel", "packages/services/src/kernel"];
const ringed = ["packages/domain/src", "packages/services/src"];

/** The module a file lies in, as a folder; files directly under `src` lie in none. */
const moduleOf = (path: string): string | undefined => {
  const ring = ringed.find((folder) => path.startsWith(`${folder}/`));
  if (ring === undefined) return undefined;
  const [name, ...rest] = path.slice(ring.length + 1).split("/");
  return rest.length > 0 ? posix.join(ring, name ?? "") : undefined;
};

const crossings = sourceFiles
  .filter((path) => moduleOf(path) !== undefined)
  .flatMap(importsOf)
  .filter(({ specifier }) => specifier.startsWith("."))
  .map((imported) => ({ ...imported, target: targetOf(imported), module: moduleOf(imported.from) ?? "" }))
  .filter(({ target, module }) => moduleOf(target) !== module);

describe("the modules", () => {
  it("have the same names in every ring", () => {
    const strangers = rings.flatMap(({ folder, besides }) =>
      namesUnder(folder)
        .filter((name) => !isOfModule(name) && !besides.includes(name))
        .map((name) => `${folder}/${name}`),
    );
    expect(strangers).toEqual([]);
    expect(modules.length).toBeGreaterThan(0);
  });

  it("each have words for people", () => {
    const words = namesUnder("packages/messages/src/ja");
    expect(modules.filter((name) => !words.includes(name))).toEqual([]);
  });

  it("are entered by their index only", () => {
    const wrong = crossings
      .filter(({ from, target }) => {
        const module = moduleOf(target);
        if (isForTests(from) || module === undefined || kernels.includes(module)) return false;
        return posix.basename(target) !== "index.ts";
      })
      .map(({ from, specifier }) => `${from} reaches ${specifier}`);
    expect(wrong).toEqual([]);
  });

  it("do not need each other in a circle", () => {
    const edges = new Map<string, Set<string>>();
    for (const { module, target, from } of crossings) {
      const other = moduleOf(target);
      if (other === undefined || isForTests(from)) continue;
      edges.set(module, (edges.get(module) ?? new Set()).add(other));
    }
    const circle = (path: readonly string[]): readonly string[] | undefined => {
      for (const next of edges.get(path.at(-1) ?? "") ?? []) {
        if (path.includes(next)) return [...path.slice(path.indexOf(next)), next];
        const found = circle([...path, next]);
        if (found) return found;
      }
      return undefined;
    };
    const circles = [...edges.keys()]
      .map((start) => circle([start])?.join(" → "))
      .filter((found) => found !== undefined);
    expect([...new Set(circles)]).toEqual([]);
  });
});

describe("the features of the apps", () => {
  it("do not import each other, and routes are imported by nobody", () => {
    const featureOf = (path: string) => /^(apps\/[^/]+\/src\/features\/[^/]+)\//u.exec(path)?.[1];
    const wrong = sourceFiles
      .filter((path) => featureOf(path) !== undefined)
      .flatMap(importsOf)
      .filter((imported) => imported.specifier.startsWith("."))
      .map((imported) => ({ from: imported.from, target: targetOf(imported) }))
      .filter(({ from, target }) => {
        const feature = featureOf(target);
        return /^apps\/[^/]+\/src\/routes\//u.test(target) || (feature !== undefined && feature !== featureOf(from));
      })
      .map(({ from, target }) => `${from} imports ${target}`);
    expect(wrong).toEqual([]);
  });
});
