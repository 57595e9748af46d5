import { journeyConfig } from "@tsunagari/config/playwright";

export default { ...journeyConfig(), testDir: "e2e" };
