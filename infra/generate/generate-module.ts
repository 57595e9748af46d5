import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { filesOf } from "./module-files.ts";
import { moduleName, refusalOf, type ModuleName } from "./module-name.ts";
import { registrationsOf, withLine } from "./registrations.ts";

/** What was asked for cannot be; told as it is. */
export class GenerateRefused extends Error {}

export type NewModule = {
  /** The root of the repository. */
  readonly root: string;
  /** `local-issue` */
  readonly name: string;
  /** What people call it: 「地域生活課題」. */
  readonly label: string;
};

export type Generated = {
  readonly name: ModuleName;
  readonly written: readonly string[];
  readonly edited: readonly string[];
};

const existingModules = async (root: string): Promise<readonly string[]> =>
  (await readdir(join(root, "packages/domain/src"), { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

/**
 * Writes a whole new module: policy, schema, fence, services, procedures, words, pages, tests; and adds its one line to
 * six files. Overwrites nothing. Throws `GenerateRefused` with a sentence before anything is written.
 */
export const generateModule = async ({ root, name: kebab, label }: NewModule): Promise<Generated> => {
  const refusal = refusalOf(kebab, await existingModules(root));
  if (refusal !== null) throw new GenerateRefused(refusal);
  if (label.trim() === "") throw new GenerateRefused("Say what people call it: --label 地域生活課題");
  const name = moduleName(kebab);
  const registrations = await Promise.all(
    registrationsOf(name, label).map(async (registration) => ({
      path: registration.path,
      text: withLine(await readFile(join(root, registration.path), "utf8"), registration),
    })),
  );
  const files = await filesOf(name, label);
  for (const { path, text } of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text, { flag: "wx" });
  }
  for (const { path, text } of registrations) await writeFile(join(root, path), text);
  return { name, written: files.map(({ path }) => path), edited: registrations.map(({ path }) => path) };
};
