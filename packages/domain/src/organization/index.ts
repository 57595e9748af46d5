export * from "./inputs.ts";
export * from "./machine.ts";
export * from "./organization.ts";
export * from "./policy.ts";
export * from "./reach.ts";
