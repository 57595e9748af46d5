import { runCommand } from "../instance/command.ts";
import { repository } from "../instance/paths.ts";

process.exitCode = await runCommand(process.execPath, [`${repository}/tests/bench/main.ts`, ...process.argv.slice(2)]);
