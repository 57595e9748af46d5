export * from "./inputs.ts";
export * from "./machine.ts";
export * from "./policy.ts";
export * from "./retention.ts";
