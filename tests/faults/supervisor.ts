/*
 * What `npm start` runs, on a directory of its own and without demo data: node supervisor.ts <directory> <port>. It tells
 * its parent when everything answers, and stops in order on SIGTERM.
 */
import { rm } from "node:fs/promises";
import { removeCluster } from "@tsunagari/db/embedded";
import { startInstance } from "../../infra/instance/instance.ts";
import { stopLeftApi } from "../../infra/instance/run-file.ts";

const [directory = "", port = ""] = process.argv.slice(2);
const stopping = new AbortController();
const say = (line: string): void => console.info(line);

await stopLeftApi(directory, say);
const instance = await startInstance({
  directory,
  port: Number(port),
  durable: true,
  isBare: true,
  // Forty kills in a row are no program that cannot run: whoever kills them waits for each.
  longestDelayMs: 2000,
  onProgress: say,
  signal: stopping.signal,
});
const stop = async (): Promise<void> => {
  stopping.abort();
  await instance.stop();
};
process.once("SIGTERM", () => void stop().then(() => process.exit(0)));
// The tests themselves were killed: nothing of them stays behind.
process.once("disconnect", () => {
  const removed = stop()
    .then(() => removeCluster(`${directory}/postgresql`))
    .then(() => rm(directory, { recursive: true, force: true }));
  void removed.then(() => process.exit(1));
});
process.send?.("ready");
