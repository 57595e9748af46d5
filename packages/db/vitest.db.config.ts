import { databaseConfig } from "@tsunagari/config/vitest";

const config = databaseConfig();

/** These tests start clusters of their own. */
export default { ...config, test: { ...config.test, globalSetup: [] } };
