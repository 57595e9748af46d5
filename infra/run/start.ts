import { runUntilStopped } from "../instance/run-until-stopped.ts";

await runUntilStopped();
