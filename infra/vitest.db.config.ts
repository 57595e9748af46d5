import { databaseConfig } from "@tsunagari/config/vitest";

export default databaseConfig();
