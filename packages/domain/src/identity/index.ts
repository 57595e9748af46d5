export * from "./identity.ts";
export * from "./inputs.ts";
export * from "./password.ts";
export * from "./policy.ts";
export * from "./role-assignment.ts";
