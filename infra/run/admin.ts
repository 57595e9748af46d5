import { runCommand } from "../instance/command.ts";
import { startDatabase } from "../instance/database.ts";
import { prepareDirectory, programEnv } from "../instance/instance.ts";
import { outsideDatabase } from "../instance/outside.ts";
import { dataDirectory, repository } from "../instance/paths.ts";
import { StartRefused } from "../instance/port.ts";
import { findRunning } from "../instance/run-file.ts";

const runAdmin = (env: NodeJS.ProcessEnv): Promise<number> =>
  runCommand(process.execPath, [`${repository}/apps/api/src/admin.ts`, ...process.argv.slice(2)], { env });

/** Uses the outside server where one is named, or the running system's database, or starts that for this command only. */
const main = async (): Promise<number> => {
  if (outsideDatabase(process.env, []) !== null) return runAdmin(process.env);
  const running = await findRunning(dataDirectory);
  if (running) return runAdmin(programEnv(dataDirectory, running.databaseUrl));
  await prepareDirectory(dataDirectory);
  const database = await startDatabase({
    directory: dataDirectory,
    durable: true,
    onProgress: console.info,
    onMoved: () => Promise.resolve(),
  });
  try {
    return await runAdmin(programEnv(dataDirectory, database.url()));
  } finally {
    await database.stop();
  }
};

try {
  process.exitCode = await main();
} catch (err) {
  console.error(err instanceof StartRefused ? err.message : err);
  process.exitCode = 1;
}
