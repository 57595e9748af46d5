import { runStages } from "../checks/run-stages.ts";
import { verify } from "../checks/stages.ts";

await runStages([verify]);
