import { chmod, readFile, rename, stat, writeFile } from "node:fs/promises";

/** Writes a secret (mode 0600) where there is no file yet; an existing one is left as it is. */
export const createSecretFile = async (path: string, content: unknown): Promise<void> => {
  try {
    await writeFile(path, `${JSON.stringify(content, null, 2)}\n`, { flag: "wx", mode: 0o600 });
    await chmod(path, 0o600);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
};

/** Puts new content in the place of the old at once, so that a crash leaves one or the other. */
export const replaceSecretFile = async (path: string, content: unknown): Promise<void> => {
  const written = `${path}.new`;
  await writeFile(written, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  await chmod(written, 0o600);
  await rename(written, path);
};

/** Reads a secret. Throws where others may read it too. */
export const readSecretFile = async (path: string): Promise<unknown> => {
  const { mode } = await stat(path);
  if ((mode & 0o077) !== 0) throw new Error(`The key file ${path} must be readable by its owner only (chmod 600).`);
  return JSON.parse(await readFile(path, "utf8"));
};
