export { multiplyRows, scansDuring } from "./scans.ts";
export { createTestDatabase, type TestDatabase } from "./database.ts";
export { launchEnv } from "./launch-env.ts";
export { isSoak, patience, scaled, seed } from "./scale.ts";
