import { addDays, type CivilDate } from "@tsunagari/domain";
import { asWeekday, weekdayOnOrAfter } from "@tsunagari/domain/activity";
import {
  amendActivity,
  approveActivity,
  confirmActivity,
  createActivity,
  endActivity,
  returnActivity,
  submitActivity,
} from "@tsunagari/services/activity";
import type { ActivityFile } from "./activities-file.ts";
import { clockAt, workdayBefore } from "./moment.ts";
import { moderatorOf } from "./moderator.ts";
import { as, forEachOf, idOf, note, ownerOf, requestOf, type Seeding } from "./seeding.ts";

/** The first date lies two weeks after the activity was handed in. */
const daysToFirstDate = 14;

const scheduleOf = (seeding: Seeding, { schedule, submittedDaysAgo }: ActivityFile) => {
  if (schedule === null) return { kind: "byAppointment" } as const;
  const { weekday, fromTime, toTime } = schedule;
  const firstOn = weekdayOnOrAfter(asWeekday(weekday), addDays(seeding.day, daysToFirstDate - submittedDaysAgo));
  return { kind: "weekly" as const, weekday, fromTime, toTime, firstOn, lastOn: null, skippedOn: [] };
};

const contentOf = (seeding: Seeding, activity: ActivityFile) => {
  const organization = seeding.data.organizations.find(({ code }) => code === activity.organization);
  return {
    ...activity.content,
    schedule: scheduleOf(seeding, activity),
    scheduleNote: activity.scheduleNote ?? activity.schedule?.note ?? null,
    placeId: idOf(seeding, "place", activity.organization),
    contactName: activity.contactName,
    contactPhone: organization?.phone ?? null,
    contactMail: organization?.mail ?? null,
    contactWebsite: organization?.website ?? null,
  };
};

/** The commands on one activity in their order; each raises its version by one. */
const stepsOf = (seeding: Seeding, activity: ActivityFile, activityId: string) => {
  let version = 0;
  const at = (daysAgo: number, time: string) => clockAt(workdayBefore(seeding.day, daysAgo), time);
  const step = (name: string) => {
    version += 1;
    return { requestId: requestOf(seeding, "activity", activity.code, name), activityId, version };
  };
  return {
    step,
    owner: (daysAgo: number) => as(seeding, ownerOf(activity.organization), at(daysAgo, "20:15")),
    moderator: (daysAgo: number) => as(seeding, moderatorOf(seeding), at(daysAgo, "11:30")),
  };
};

const publish = async (seeding: Seeding, activity: ActivityFile, activityId: string): Promise<void> => {
  const { step, owner, moderator } = stepsOf(seeding, activity, activityId);
  const { state, submittedDaysAgo, confirmedDaysAgo, endedDaysAgo, change } = activity;
  if (state === "draft") return;
  await submitActivity.execute(owner(submittedDaysAgo), step("submit"));
  if (state === "submitted") return;
  if (state === "returned") {
    const reason = activity.returnReason ?? "";
    await returnActivity.execute(moderator(submittedDaysAgo - 3), { ...step("return"), reason });
    return;
  }
  await approveActivity.execute(moderator(submittedDaysAgo - 3), step("approve"));
  if (confirmedDaysAgo !== undefined) await confirmActivity.execute(owner(confirmedDaysAgo), step("confirm"));
  if (endedDaysAgo !== undefined) await endActivity.execute(owner(endedDaysAgo), step("end"));
  if (change === undefined) return;
  const { daysAgo, summary, fromTime, toTime } = change;
  const content = contentOf(seeding, activity);
  const schedule = content.schedule.kind === "weekly" ? { ...content.schedule, fromTime, toTime } : content.schedule;
  await amendActivity.execute(owner(daysAgo), { ...step("amend"), content: { ...content, summary, schedule } });
  await submitActivity.execute(owner(daysAgo), step("submitChange"));
};

const seedActivity = async (seeding: Seeding, activity: ActivityFile): Promise<void> => {
  const on: CivilDate = workdayBefore(seeding.day, activity.submittedDaysAgo);
  const { id } = await createActivity.execute(as(seeding, ownerOf(activity.organization), clockAt(on, "19:30")), {
    requestId: requestOf(seeding, "activity", activity.code, "create"),
    organizationId: idOf(seeding, "organization", activity.organization),
    content: contentOf(seeding, activity),
    acceptsReferrals: activity.referrals !== null,
    referralCapacity: activity.referrals?.capacity ?? null,
  });
  note(seeding, "activity", { code: activity.code, id });
  await publish(seeding, activity, id);
};

/** The activities of the demo in their states. */
export const seedActivities = (seeding: Seeding): Promise<void> =>
  forEachOf(seeding.data.activities, (activity) => seedActivity(seeding, activity));
