import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { setTimeout as sleep } from "node:timers/promises";
import { launchEnv } from "@tsunagari/testing";

const main = fileURLToPath(new URL("../../apps/api/src/main.ts", import.meta.url));

export type ProgramOptions = {
  readonly databaseUrl: string;
  readonly keyFile: string;
  readonly roles: string;
  readonly clock?: string;
  readonly origins?: string;
};

/** Waits for a condition, at most half a minute. */
export const until = async (condition: () => boolean | Promise<boolean>): Promise<void> => {
  const deadline = Date.now() + 30_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error("it did not come to pass in 30 seconds");
    await sleep(25);
  }
};

/** The program as it is deployed: a process of its own, ready to answer. */
export const startProgram = async ({ databaseUrl, keyFile, roles, clock, origins }: ProgramOptions) => {
  const child = spawn(process.execPath, [main], {
    env: {
      ...launchEnv(),
      DATABASE_URL: databaseUrl,
      KEY_FILE: keyFile,
      PORT: "0",
      ROLES: roles,
      // One address asks for everybody here.
      PUBLIC_RATE_LIMIT: "0",
      ...(clock === undefined ? {} : { CLOCK: clock }),
      ...(origins === undefined ? {} : { PUBLIC_ORIGINS: origins }),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { text: "" };
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      output.text += chunk.toString();
    });
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  await until(() => output.text.includes("program.ready") || child.exitCode !== null);
  if (child.exitCode !== null) throw new Error(`The program did not start.\n${output.text}`);
  const port = /"program.ready","port":(?<port>\d+)/u.exec(output.text)?.groups?.["port"] ?? "";
  return {
    child,
    output,
    ended,
    baseUrl: `http://127.0.0.1:${port}`,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    stop: async (): Promise<number | null> => {
      child.kill("SIGTERM");
      return ended;
    },
  };
};
export type Program = Awaited<ReturnType<typeof startProgram>>;
