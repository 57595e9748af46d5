export * from "./activity.ts";
export * from "./change.ts";
export * from "./freshness.ts";
export * from "./inputs.ts";
export * from "./machine.ts";
export * from "./policy.ts";
export * from "./schedule.ts";
export * from "./search-text.ts";
