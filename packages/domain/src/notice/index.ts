export * from "./inputs.ts";
export * from "./notice.ts";
export * from "./policy.ts";
