import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { ModuleName } from "./module-name.ts";

/** The templates: the tree of a new module, with names such as `__camel__` where its own stand. */
const templates = fileURLToPath(new URL("module/", import.meta.url));

export type GeneratedFile = { readonly path: string; readonly text: string };

/** A label may hold what ends a string; the templates put it between double quotes. */
const quoted = (text: string): string => JSON.stringify(text).slice(1, -1);

const fill = (text: string, name: ModuleName, label: string): string =>
  text
    .replaceAll("__label__", () => label)
    .replaceAll(/__(kebab|camel|Pascal|snake|plural)__/gu, (_, spelling: string) =>
      spelling === "Pascal" ? name.pascal : name[spelling as Exclude<keyof ModuleName, "pascal">],
    );

/** Every file of a new module, with its path from the root of the repository. */
export const filesOf = async (name: ModuleName, label: string): Promise<readonly GeneratedFile[]> => {
  const entries = await readdir(templates, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll("//", "/"))
    .toSorted();
  return Promise.all(
    paths.map(async (path) => ({
      path: fill(path.slice(templates.length).replace(/\.txt$/u, ""), name, ""),
      text: fill(await readFile(path, "utf8"), name, quoted(label)),
    })),
  );
};
