import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { backUpCluster, findServer, startCluster } from "@tsunagari/db/embedded";
import { dataDirectory } from "../instance/paths.ts";

const directory = `${dataDirectory}/postgresql`;

/** Backs up the embedded server: the one that runs, or one started for this only. */
const backUp = async (to: string): Promise<void> => {
  const running = await findServer(directory);
  const started = running ? undefined : await startCluster({ directory, durable: true, onProgress: console.info });
  try {
    const server = running ?? (await findServer(directory));
    if (!server) throw new Error("The database's server is not to be found.");
    const { files, takenAt } = await backUpCluster(server, to);
    console.info(`${Object.keys(files).length} files of ${takenAt} are in ${to}.`);
    console.info(`The keys are not among them. Keep a copy of ${dataDirectory}/keys.json in another place:`);
    console.info("without it the backup cannot be read, and with both together by anybody who finds them.");
  } finally {
    await started?.stop();
  }
};

try {
  const { values } = parseArgs({ options: { to: { type: "string" } } });
  if (values.to === undefined) throw new Error("Say where to:  npm run backup -- --to /backup/2026-11-21");
  await backUp(resolve(values.to));
} catch (err) {
  console.error(err instanceof Error ? err.message : err);
  process.exitCode = 1;
}
