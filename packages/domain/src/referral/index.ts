export * from "./clock.ts";
export * from "./inputs.ts";
export * from "./machine.ts";
export * from "./packet.ts";
export * from "./policy.ts";
export * from "./referral.ts";
