export * from "./inputs.ts";
export * from "./machine.ts";
export * from "./platform.ts";
export * from "./policy.ts";
