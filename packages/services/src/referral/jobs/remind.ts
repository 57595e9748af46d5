import { and, eq, gte, isNull, or } from "@tsunagari/db";
import { notice, referral } from "@tsunagari/db/schema";
import {
  addDays,
  civilDateAt,
  civilDateOf,
  startOfDay,
  type BusinessCalendar,
  type CivilDate,
} from "@tsunagari/domain";
import type { NoticeKind } from "@tsunagari/domain/notice";
import {
  RemindReferrals,
  followUpsOn,
  referralClocksOf,
  remindersOf,
  waitlistReviewsDue,
  type ReferralClocks,
  type ReferralStatus,
} from "@tsunagari/domain/referral";
import { defineCommand, newId } from "../../kernel/index.ts";
import { loadCalendar, loadSettings } from "../../municipality/index.ts";
import type { MoveStep } from "../move.ts";
import { tellReceivers, tellSenders } from "../recipients.ts";
import { senderColumns, type SenderRow } from "../rows.ts";
import type { JobContext, JobResult } from "./run-each.ts";

/** A reminder that has come due; the key makes it happen once, whatever day the job runs. */
type Reminder = { readonly kind: NoticeKind; readonly to: "receivers" | "senders"; readonly onceKey: string };

type Clock = { readonly today: CivilDate; readonly calendar: BusinessCalendar; readonly clocks: ReferralClocks };

const ofUnanswered = (row: SenderRow, { today, calendar, clocks }: Clock): Reminder[] => {
  if (row.status !== "sent" || row.clockStartedOn === null) return [];
  const { partnerOn, coordinatorOn } = remindersOf(civilDateOf(row.clockStartedOn), calendar, clocks);
  return [
    ...(partnerOn <= today
      ? [{ kind: "referral.reminder", to: "receivers", onceKey: row.clockStartedOn } as const]
      : []),
    ...(coordinatorOn <= today
      ? [{ kind: "referral.no_answer_yet", to: "senders", onceKey: row.clockStartedOn } as const]
      : []),
  ];
};

const ofWaiting = (row: SenderRow, { today, clocks }: Clock): Reminder[] => {
  if (row.status !== "waitlisted" || row.waitlistedOn === null) return [];
  const reviews = waitlistReviewsDue(civilDateOf(row.waitlistedOn), today, clocks);
  const onceKey = `${row.waitlistedOn}:${reviews}`;
  return reviews === 0
    ? []
    : [
        { kind: "referral.waitlist_review", to: "receivers", onceKey },
        { kind: "referral.waitlist_review_due", to: "senders", onceKey },
      ];
};

const ofSettled = (row: SenderRow, { today, clocks }: Clock): Reminder[] => {
  if (row.status !== "completed" || row.endedAt === null) return [];
  const due = followUpsOn(civilDateAt(row.endedAt), clocks).filter((on) => on <= today);
  return due.map((on) => ({ kind: "referral.follow_up_due", to: "senders", onceKey: on }));
};

const isTold = async ({ tx, municipalityId }: MoveStep, referralId: string, reminder: Reminder): Promise<boolean> => {
  const rows = await tx
    .select({ id: notice.id })
    .from(notice)
    .where(
      and(
        eq(notice.municipalityId, municipalityId),
        eq(notice.onceKey, `${reminder.kind}:${referralId}:${reminder.onceKey}`),
      ),
    )
    .limit(1);
  return rows.length > 0;
};

/** Days after its last clock in which a job that stood still may make up for it. */
const lookBackDays = 60;

type Job = {
  readonly action: "referral.remindUnanswered" | "referral.remindWaitlistReview" | "referral.remindFollowUp";
  readonly status: ReferralStatus;
  readonly dueOf: (row: SenderRow, clock: Clock) => Reminder[];
};

const candidates = ({ tx, municipalityId }: MoveStep, job: Job, { today, clocks }: Clock): Promise<SenderRow[]> => {
  const earliestOn = addDays(today, -(Math.max(...clocks.followUpDays) + lookBackDays));
  return tx
    .select(senderColumns)
    .from(referral)
    .where(
      and(
        eq(referral.municipalityId, municipalityId),
        eq(referral.status, job.status),
        or(isNull(referral.endedAt), gte(referral.endedAt, startOfDay(earliestOn))),
      ),
    );
};

const remindOf = async (step: MoveStep, job: Job, clock: Clock): Promise<readonly string[]> => {
  const reminded: string[] = [];
  for (const row of await candidates(step, job, clock)) {
    for (const reminder of job.dueOf(row, clock)) {
      if (await isTold(step, row.id, reminder)) continue;
      const told = { kind: reminder.kind, referralId: row.id, onceKey: reminder.onceKey };
      if (reminder.to === "receivers") await tellReceivers(step, row.organizationId, told);
      else await tellSenders(step, told);
      reminded.push(row.id);
    }
  }
  return reminded;
};

/** Reminds whom a clock says, once each; the audit names the referrals. */
const remind = async (context: JobContext, job: Job): Promise<JobResult> => {
  let done = 0;
  const command = defineCommand({
    action: job.action,
    input: RemindReferrals,
    run: async (step) => {
      const { tx, municipalityId, today } = step;
      const calendar = await loadCalendar(tx, municipalityId);
      const clocks = referralClocksOf(await loadSettings(tx, municipalityId));
      const reminded = await remindOf(step, job, { today, calendar, clocks });
      done = reminded.length;
      return { id: municipalityId, subjects: [...new Set(reminded)].map((id) => ({ kind: "referral", id })) };
    },
  });
  await command.execute(context, { requestId: newId<"request">() });
  return { done };
};

/** D-12: the partner after 2 business days, the coordinators after 5. */
export const remindUnansweredReferrals = (context: JobContext): Promise<JobResult> =>
  remind(context, { action: "referral.remindUnanswered", status: "sent", dueOf: ofUnanswered });

/** D-12: both sides look at the waiting list every 30 days. */
export const remindWaitlistReviews = (context: JobContext): Promise<JobResult> =>
  remind(context, { action: "referral.remindWaitlistReview", status: "waitlisted", dueOf: ofWaiting });

/** D-12: the coordinators ask how things are 30 and 90 days after settling. */
export const remindFollowUps = (context: JobContext): Promise<JobResult> =>
  remind(context, { action: "referral.remindFollowUp", status: "completed", dueOf: ofSettled });
