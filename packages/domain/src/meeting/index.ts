export * from "./inputs.ts";
export * from "./machine.ts";
export * from "./meeting.ts";
export * from "./policy.ts";
