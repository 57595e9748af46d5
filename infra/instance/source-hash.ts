import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { repository } from "./paths.ts";

const skipped = new Set(["node_modules", "dist", "test-results", ".turbo", ".tanstack"]);

const filesIn = async (directory: string): Promise<string[]> => {
  const entries = await readdir(directory, { withFileTypes: true });
  const found = entries
    .filter((entry) => !skipped.has(entry.name))
    .map((entry) => {
      const path = join(directory, entry.name);
      return entry.isDirectory() ? filesIn(path) : Promise.resolve(entry.isFile() ? [path] : []);
    });
  return (await Promise.all(found)).flat();
};

/** A fingerprint of the sources in these folders: what was made from them is still right while it stays the same. */
export const sourceHash = async (folders: readonly string[]): Promise<string> => {
  const files = (await Promise.all(folders.map((folder) => filesIn(join(repository, folder))))).flat().toSorted();
  const hash = createHash("sha256");
  for (const path of [join(repository, "pnpm-lock.yaml"), ...files]) {
    hash
      .update(`${path.slice(repository.length)}\0`)
      .update(await readFile(path))
      .update("\0");
  }
  return hash.digest("hex");
};
