import { mkdir } from "node:fs/promises";
import { runCommand } from "../instance/command.ts";
import { maintenanceFile } from "../instance/instance.ts";
import { dataDirectory, repository } from "../instance/paths.ts";

/** Turns the switch of this machine's system, or the one MAINTENANCE_FILE names. */
const path = process.env["MAINTENANCE_FILE"] ?? maintenanceFile(dataDirectory);
await mkdir(dataDirectory, { recursive: true });
process.exitCode = await runCommand(
  process.execPath,
  [`${repository}/apps/api/src/maintenance.ts`, ...process.argv.slice(2)],
  { env: { ...process.env, MAINTENANCE_FILE: path } },
);
