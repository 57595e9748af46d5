export { createTestDatabase, type TestDatabase } from "./database.ts";
export { isSoak, patience, scaled, seed } from "./scale.ts";
