export * from "./inputs.ts";
export * from "./label.ts";
export * from "./municipality.ts";
export * from "./policy.ts";
export * from "./settings.ts";
