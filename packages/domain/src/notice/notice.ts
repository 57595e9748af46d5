import type { Id } from "../kernel/index.ts";
import { idOf } from "../kernel/index.ts";

export type NoticeId = Id<"notice">;
export const NoticeId = idOf("notice");

/** What a notice may be about; the id and nothing else is stored. */
export const noticeSubjectKinds = [
  "referral",
  "case",
  "meeting",
  "activity",
  "organization",
  "platform",
  "audit",
  "retention",
] as const;
export type NoticeSubjectKind = (typeof noticeSubjectKinds)[number];

type Shape = {
  readonly portal: "staff" | "partner";
  readonly subject: NoticeSubjectKind;
  /** Whether a mail goes beside the notice in the portal. */
  readonly isMailed: boolean;
  /** Whether the reader is asked to confirm that copies were destroyed (D-03). */
  readonly asksConfirmation: boolean;
};
const toPartner = (subject: NoticeSubjectKind): Shape => ({
  portal: "partner",
  subject,
  isMailed: true,
  asksConfirmation: false,
});
const toStaff = (subject: NoticeSubjectKind): Shape => ({
  portal: "staff",
  subject,
  isMailed: true,
  asksConfirmation: false,
});
const quietly = (shape: Shape): Shape => ({ ...shape, isMailed: false });

/** Every kind of notice. The kind is all that is said: what happened, never to whom (trap 4.4-2). */
export const noticeShapes = {
  "referral.received": toPartner("referral"),
  "referral.reminder": toPartner("referral"),
  "referral.answered": toPartner("referral"),
  "referral.reopened_by_city": toPartner("referral"),
  "referral.waitlist_review": toPartner("referral"),
  "referral.ended": { ...toPartner("referral"), asksConfirmation: true },
  "referral.expired": toPartner("referral"),
  "referral.accepted": toStaff("referral"),
  "referral.declined": toStaff("referral"),
  "referral.waitlisted": toStaff("referral"),
  "referral.unaccepted": toStaff("referral"),
  "referral.started": quietly(toStaff("referral")),
  "referral.completed": toStaff("referral"),
  "referral.not_helped": toStaff("referral"),
  "referral.reopened_by_partner": toStaff("referral"),
  "referral.asked": toStaff("referral"),
  "referral.no_answer_yet": toStaff("referral"),
  "referral.expired_unanswered": toStaff("referral"),
  "referral.consent_ended": toStaff("referral"),
  "referral.copies_destroyed": quietly(toStaff("referral")),
  "referral.waitlist_review_due": quietly(toStaff("referral")),
  "referral.follow_up_due": toStaff("referral"),
  "case.consent_ends_soon": toStaff("case"),
  "case.assigned": toStaff("case"),
  "case.protected": toStaff("case"),
  "meeting.decided": quietly(toStaff("meeting")),
  "activity.submitted": toStaff("activity"),
  "activity.approved": toPartner("activity"),
  "activity.returned": toPartner("activity"),
  "activity.verification_due": toPartner("activity"),
  "organization.permission_granted": toPartner("organization"),
  "organization.permission_ended": toPartner("organization"),
  "platform.applied": toStaff("platform"),
  "platform.approved": toPartner("platform"),
  "platform.declined": toPartner("platform"),
  "platform.left": quietly(toStaff("platform")),
  "audit.broken": toStaff("audit"),
  "retention.due": toStaff("retention"),
  "retention.no_officer": toStaff("retention"),
} as const satisfies Record<string, Shape>;
export type NoticeKind = keyof typeof noticeShapes;

/** The runtime fact: the keys of a literal record are its kinds. */
export const noticeKinds = Object.keys(noticeShapes) as readonly NoticeKind[];
/** Whether a text, as it stands in the database, is one of the kinds of notices. */
export const isNoticeKind = (text: string): text is NoticeKind => Object.hasOwn(noticeShapes, text);

/** The portal whose users get notices of this kind. */
export const portalOf = (kind: NoticeKind): "staff" | "partner" => noticeShapes[kind].portal;

const folders: Record<NoticeSubjectKind, string> = {
  referral: "referrals",
  case: "cases",
  meeting: "meetings",
  activity: "activities",
  organization: "organizations",
  platform: "platforms",
  audit: "audits",
  retention: "retention",
};

/** The log as a whole, and the list of what is due, have one page. */
const singlePages: readonly NoticeSubjectKind[] = ["audit", "retention"];

/** Where the notice leads, from the root of the site. A mail carries this path and nothing about a person. */
export const noticePath = (kind: NoticeKind, subjectId: string): string => {
  const { subject } = noticeShapes[kind];
  return `/${portalOf(kind)}/${folders[subject]}${singlePages.includes(subject) ? "" : `/${subjectId}`}`;
};
