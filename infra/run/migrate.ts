import { runCommand } from "../instance/command.ts";
import { releaseProgram } from "../instance/paths.ts";

/** Brings an outside server (MIGRATION_DATABASE_URL) to this release. `npm start` does it itself for the embedded one. */
process.exitCode = await runCommand(process.execPath, [releaseProgram]);
