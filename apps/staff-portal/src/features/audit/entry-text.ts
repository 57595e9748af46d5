import { actionLabel, auditMessages } from "@tsunagari/messages";
import type { AccessEntry } from "./queries.ts";

/** Who it was, as people say it. */
export const whoOf = ({ actorKind, by }: AccessEntry): string => {
  if (actorKind === "worker") return auditMessages.worker;
  if (by !== null) return by;
  return actorKind === "partner" ? auditMessages.partner : auditMessages.leftUser;
};

/** What was done; a refused attempt says so. */
export const whatOf = ({ kind, action }: AccessEntry): string =>
  kind === "refusal" ? `${actionLabel(action)}（${auditMessages.kinds.refusal}）` : actionLabel(action);
