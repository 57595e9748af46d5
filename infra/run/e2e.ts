import { ensureBrowser } from "../checks/browser.ts";
import { runStages } from "../checks/run-stages.ts";
import { journeys } from "../checks/stages.ts";

await ensureBrowser();
await runStages([journeys]);
