import { runCommand } from "../instance/command.ts";
import { startDatabase } from "../instance/database.ts";
import { prepareDirectory, programEnv } from "../instance/instance.ts";
import { dataDirectory, repository } from "../instance/paths.ts";
import { findRunning } from "../instance/run-file.ts";

const runAdmin = (databaseUrl: string): Promise<number> =>
  runCommand(process.execPath, [`${repository}/apps/api/src/admin.ts`, ...process.argv.slice(2)], {
    env: programEnv(dataDirectory, databaseUrl),
  });

/** Uses the running system's database, or starts it for this command only. */
const main = async (): Promise<number> => {
  const running = await findRunning(dataDirectory);
  if (running) return runAdmin(running.databaseUrl);
  await prepareDirectory(dataDirectory);
  const database = await startDatabase({
    directory: dataDirectory,
    durable: true,
    onProgress: console.info,
    onMoved: () => Promise.resolve(),
  });
  try {
    return await runAdmin(database.url());
  } finally {
    await database.stop();
  }
};

process.exitCode = await main();
