import { env } from "node:process";

/**
 * What a program that a test starts takes over from the test's own environment, and no more: where programs lie, and
 * where Node keeps what it made of the sources.
 */
export const launchEnv = (): Record<string, string> =>
  Object.fromEntries(
    ["PATH", "NODE_COMPILE_CACHE"].flatMap((name) => {
      const value = env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
