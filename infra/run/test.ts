import { ensureBrowser } from "../checks/browser.ts";
import { runStages } from "../checks/run-stages.ts";
import { journeys, verify, verifyDatabase } from "../checks/stages.ts";

await ensureBrowser();
await runStages([verify, verifyDatabase, journeys]);
