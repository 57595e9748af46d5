import { unitConfig } from "@tsunagari/config/vitest";

export default unitConfig();
