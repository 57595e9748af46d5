import type { Machine } from "../kernel/index.ts";
import type { OrganizationStatus } from "./organization.ts";

export const organizationMachine = {
  suspend: { from: ["active"], to: "suspended" },
  resume: { from: ["suspended"], to: "active" },
  close: { from: ["active", "suspended"], to: "closed" },
} as const satisfies Machine<OrganizationStatus>;
export type OrganizationEvent = keyof typeof organizationMachine;
