import type { Machine } from "../kernel/index.ts";
import type { MembershipStatus } from "./platform.ts";

export const membershipMachine = {
  cancel: { from: ["applied"], to: "cancelled" },
  approve: { from: ["applied"], to: "active" },
  decline: { from: ["applied"], to: "declined" },
  leave: { from: ["active"], to: "left" },
} as const satisfies Machine<MembershipStatus>;
export type MembershipEvent = keyof typeof membershipMachine;
