export * from "./inputs.ts";
export * from "./mail-delivery.ts";
export * from "./notice.ts";
export * from "./policy.ts";
