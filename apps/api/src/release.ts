/*
 * Once per release, before the program's nodes start: tables, fences and queue, with the login of a release. It may be
 * run again at any time, and while the nodes of the release before still serve.
 */
import { migrate } from "@tsunagari/db/migrate";
import { readMigrationUrl } from "./env.ts";
import { prepareQueue } from "./jobs/queue.ts";

try {
  const url = readMigrationUrl();
  await migrate(url);
  await prepareQueue(url);
  process.stdout.write("The database holds this release: tables, fences, queue.\n");
} catch (error) {
  process.stderr.write(
    `${error instanceof Error ? error.message : "The database could not be brought to this release."}\n`,
  );
  process.exitCode = 1;
}
