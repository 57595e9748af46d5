export * from "./draft.ts";
export * from "./inputs.ts";
export * from "./policy.ts";
