import { installed, runCommand } from "../instance/command.ts";

process.exitCode = await runCommand(installed("oxfmt"), process.argv.slice(2));
