import { openSystem } from "@tsunagari/services/kernel";
import { readEnv } from "./env.ts";
import { seedDemo } from "./index.ts";

const env = readEnv();
const system = await openSystem({ databaseUrl: env.databaseUrl, keys: env.keyFile });
try {
  // The last line is read by the program that starts the demo.
  process.stdout.write(`${JSON.stringify(await seedDemo(system, { day: env.day }))}\n`);
} finally {
  await system.close();
}
