import { journeyConfig } from "@tsunagari/config/playwright";

const config = journeyConfig();

// What cannot be pressed is told at once, with its name, instead of at the end of the journey's time.
export default { ...config, testDir: "e2e", use: { ...config.use, actionTimeout: 10_000 } };
