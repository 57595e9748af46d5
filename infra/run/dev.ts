import { watch } from "node:fs";
import { buildApps } from "../instance/build.ts";
import type { Instance } from "../instance/instance.ts";
import { repository } from "../instance/paths.ts";
import { runUntilStopped } from "../instance/run-until-stopped.ts";

const settleMs = 300;
const ignored = /(^|\/)(node_modules|dist|test-results|\.turbo|\.tanstack)(\/|$)/u;

/** Builds and restarts after a change in the sources, once they have been quiet for a moment. */
const rebuildOnChange = (instance: Instance): void => {
  let timer: NodeJS.Timeout | undefined;
  let last = Promise.resolve();
  const rebuild = async () => {
    try {
      await buildApps(console.info);
      await instance.restartApi();
      console.info("Restarted after a change");
    } catch (err) {
      console.error(err);
    }
  };
  const changed = (_event: string, file: string | null) => {
    if (file === null || ignored.test(file)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      last = last.then(rebuild);
    }, settleMs);
  };
  for (const folder of ["apps", "packages"]) watch(`${repository}/${folder}`, { recursive: true }, changed);
};

await runUntilStopped(rebuildOnChange);
