export * from "./kernel/index.ts";
export * from "./registry.ts";
export * from "./guarded-actions.ts";
