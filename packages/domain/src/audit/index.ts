export * from "./audit.ts";
export * from "./inputs.ts";
export * from "./policy.ts";
