export * from "./kernel/index.ts";
export * from "./registry.ts";
