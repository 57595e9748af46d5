export * from "./access.ts";
export * from "./case.ts";
export * from "./inputs.ts";
export * from "./machine.ts";
export * from "./name-grams.ts";
export * from "./person.ts";
export * from "./policy.ts";
export * from "./task.ts";
