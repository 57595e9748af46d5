export * from "./consent.ts";
export * from "./inputs.ts";
export * from "./machine.ts";
export * from "./policy.ts";
