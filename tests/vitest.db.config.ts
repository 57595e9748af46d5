import { databaseConfig } from "@tsunagari/config/vitest";

const config = databaseConfig();

/** Many of these start the program as it is deployed and wait for it: another file can be tested meanwhile. */
export default { ...config, test: { ...config.test, maxWorkers: 3 } };
