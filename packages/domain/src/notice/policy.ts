import type { Actor, Rule, UserId } from "../kernel/index.ts";
import { definePolicy, hasRole } from "../kernel/index.ts";

export const noticeReasons = [
  "notice.not_yours",
  "notice.sign_in",
  "notice.administrator_only",
  "notice.mail_administrator_only",
  "notice.mail_not_left",
  "notice.mail_text_gone",
  "notice.clock_only",
] as const;
export type NoticeReason = (typeof noticeReasons)[number];

export type NoticeFacts = { readonly userId: UserId };

const isAddressee: Rule<NoticeFacts, NoticeReason> = ({ actor, facts }) =>
  ((actor.kind === "staff" || actor.kind === "partner") && actor.userId === facts.userId) || "notice.not_yours";

const signedIn = ({ actor }: { readonly actor: Actor }) =>
  actor.kind === "staff" || actor.kind === "partner" || "notice.sign_in";

const worker = ({ actor }: { readonly actor: Actor }) => actor.kind === "worker" || "notice.clock_only";

/** Notices are read by their addressee alone; the outbox shows kinds and dates, and belongs to the administration. */
export const noticePolicy = definePolicy<NoticeFacts, NoticeReason>()(
  "notice",
  { read: isAddressee, markRead: isAddressee },
  {
    list: signedIn,
    countUnread: signedIn,
    listOutbox: ({ actor }) =>
      (actor.kind === "staff" && hasRole(actor, "platformAdministrator", "auditor")) || "notice.administrator_only",
    retryMail: ({ actor }) =>
      (actor.kind === "staff" && hasRole(actor, "platformAdministrator")) || "notice.mail_administrator_only",
    discardMailTexts: worker,
  },
);
