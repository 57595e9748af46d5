import { readMigrationUrl } from "./env.ts";
import { prepareQueue } from "./jobs/queue.ts";

try {
  await prepareQueue(readMigrationUrl());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : "The queue could not be prepared."}\n`);
  process.exitCode = 1;
}
