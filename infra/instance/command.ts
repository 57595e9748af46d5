import { spawn } from "node:child_process";
import { once } from "node:events";
import { repository } from "./paths.ts";

export type CommandOptions = {
  readonly env?: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal;
  /** Where to run, if not in the repository's root. */
  readonly cwd?: string;
};

/** Runs a program with this terminal and answers its exit code. */
export const runCommand = async (
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<number> => {
  const child = spawn(program, args, { cwd: repository, stdio: "inherit", ...options });
  const [code] = (await once(child, "exit")) as [number | null];
  return code ?? 1;
};

/** Runs a program, shows what it says on its error stream, and answers what it wrote. Throws if it fails. */
export const readCommand = async (
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<string> => {
  const child = spawn(program, args, { cwd: repository, stdio: ["ignore", "pipe", "inherit"], ...options });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    output += chunk;
  });
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Error(`${program} ${args.join(" ")} failed (exit code ${code ?? "none"}).\n${output}`);
  return output;
};

/** A program installed in the repository. */
export const installed = (name: string): string => `${repository}/node_modules/.bin/${name}`;
