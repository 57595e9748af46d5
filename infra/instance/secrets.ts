import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { z } from "zod";

const Passwords = z.strictObject({ login: z.string().min(20), migrator: z.string().min(20) });
export type Passwords = z.infer<typeof Passwords>;

/** The passwords of the program's two database users, made once and kept for this user only. */
export const databasePasswords = async (path: string): Promise<Passwords> => {
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text !== undefined) return Passwords.parse(JSON.parse(text));
  const made = { login: randomBytes(24).toString("hex"), migrator: randomBytes(24).toString("hex") };
  await writeFile(path, `${JSON.stringify(made)}\n`, { flag: "wx", mode: 0o600 });
  return made;
};
