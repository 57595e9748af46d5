import { runStages } from "../checks/run-stages.ts";
import { verifyDatabase } from "../checks/stages.ts";

await runStages([verifyDatabase]);
