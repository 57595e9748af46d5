import { rm } from "node:fs/promises";
import { removeCluster } from "@tsunagari/db/embedded";
import { dataDirectory } from "../instance/paths.ts";
import { findRunning, stopLeftApi } from "../instance/run-file.ts";

const running = await findRunning(dataDirectory);
if (running) {
  console.error(`Stop the running system first: ${running.baseUrl} (process ${running.supervisor}).`);
  process.exit(1);
}
await stopLeftApi(dataDirectory, console.info);
await removeCluster(`${dataDirectory}/postgresql`, console.info);
await rm(dataDirectory, { recursive: true, force: true });
console.info("All data, keys and logs are removed. `npm start` begins afresh.");
