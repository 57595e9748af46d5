import type { Machine } from "../kernel/index.ts";
import type { RetentionStatus } from "./retention.ts";

/** D-19: listed, confirmed by a named officer, destroyed by the night's job; until then it can be taken back. */
export const retentionMachine = {
  confirm: { from: ["due"], to: "confirmed" },
  revoke: { from: ["confirmed"], to: "due" },
  postpone: { from: ["due", "postponed"], to: "postponed" },
  resume: { from: ["postponed"], to: "due" },
  destroy: { from: ["confirmed"], to: "destroyed" },
} as const satisfies Machine<RetentionStatus>;
export type RetentionEvent = keyof typeof retentionMachine;
