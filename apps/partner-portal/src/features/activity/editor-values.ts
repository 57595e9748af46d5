import { AmendActivity, CreateActivity, type ActivityContentInput } from "@tsunagari/domain/activity";
import { z } from "zod";
import type { Content, Organization } from "./queries.ts";

export type ScheduleValues = {
  kind: string;
  weekday: string;
  fromTime: string;
  toTime: string;
  firstOn: string;
  lastOn: string;
  skippedOn: string[];
};

/** The editor as the screen shows it: text and choices; `isFree` and `acceptsReferrals` are choices in words. */
export type EditorValues = {
  requestId: string;
  content: {
    title: string;
    titleKana: string;
    category: string;
    summary: string;
    description: string;
    audiences: string[];
    audienceNote: string;
    schedule: ScheduleValues;
    scheduleNote: string;
    placeId: string;
    contactName: string;
    contactPhone: string;
    contactMail: string;
    contactWebsite: string;
    isFree: string;
    feeNote: string;
    joinWay: string;
    joinNote: string;
    accessibility: string[];
    accessibilityNote: string;
  };
  acceptsReferrals: string;
  referralCapacity: string;
};

export type EditorDefaults = Omit<EditorValues, "requestId">;

const choiceOf = (value: string, yes: string): boolean | undefined => (value === "" ? undefined : value === yes);

/** What is typed for the other kind stays on the screen, and is not sent. */
export const scheduleInputOf = (schedule: ScheduleValues) =>
  schedule.kind === "byAppointment"
    ? { kind: schedule.kind }
    : { ...schedule, weekday: schedule.weekday === "" ? undefined : schedule.weekday };

const contentInputOf = ({ content }: EditorValues) => ({
  ...content,
  schedule: scheduleInputOf(content.schedule),
  isFree: choiceOf(content.isFree, "free"),
});

/** The command that begins an activity, from the fields of the screen. */
export const createSchema = (organizationId: string) =>
  z.preprocess(
    (values: EditorValues) => ({
      requestId: values.requestId,
      organizationId,
      content: contentInputOf(values),
      acceptsReferrals: choiceOf(values.acceptsReferrals, "yes"),
      referralCapacity: values.acceptsReferrals === "yes" ? values.referralCapacity : "",
    }),
    CreateActivity,
  );

export type AmendTarget = { readonly activityId: string; readonly version: number };

/** The command that writes a change, from the fields of the screen. */
export const amendSchema = (target: AmendTarget) =>
  z.preprocess(
    (values: EditorValues) => ({ requestId: values.requestId, ...target, content: contentInputOf(values) }),
    AmendActivity,
  );

const sent = <Command extends { content: ActivityContentInput }>({ content, ...command }: Command) => {
  const { schedule } = content;
  return {
    ...command,
    content: {
      ...content,
      schedule: schedule.kind === "weekly" ? { ...schedule, skippedOn: [...schedule.skippedOn] } : schedule,
    },
  };
};

/** What is sent to begin an activity; only after the form was checked with the same schema. */
export const createInputOf = (organizationId: string, values: EditorValues) =>
  sent(createSchema(organizationId).parse(values));

/** What is sent to write a change; only after the form was checked with the same schema. */
export const amendInputOf = (target: AmendTarget, values: EditorValues) => sent(amendSchema(target).parse(values));

const textOf = (value: string | null): string => value ?? "";

/** A new activity: the first day is today, and people ask where the organization can be asked. */
export const newDefaults = (organization: Organization, today: string): EditorDefaults => ({
  content: {
    title: "",
    titleKana: "",
    category: "",
    summary: "",
    description: "",
    audiences: [],
    audienceNote: "",
    schedule: { kind: "weekly", weekday: "", fromTime: "", toTime: "", firstOn: today, lastOn: "", skippedOn: [] },
    scheduleNote: "",
    placeId: organization.places.length === 1 ? (organization.places[0]?.id ?? "") : "",
    contactName: organization.name,
    contactPhone: textOf(organization.phone),
    contactMail: textOf(organization.mail),
    contactWebsite: textOf(organization.website),
    isFree: "",
    feeNote: "",
    joinWay: "",
    joinNote: "",
    accessibility: [],
    accessibilityNote: "",
  },
  acceptsReferrals: organization.permissionState === "inForce" ? "" : "no",
  referralCapacity: "",
});

const scheduleValuesOf = (schedule: Content["schedule"], today: string): ScheduleValues =>
  schedule.kind === "byAppointment"
    ? { kind: "byAppointment", weekday: "", fromTime: "", toTime: "", firstOn: today, lastOn: "", skippedOn: [] }
    : {
        ...schedule,
        weekday: String(schedule.weekday),
        lastOn: textOf(schedule.lastOn),
        skippedOn: [...schedule.skippedOn],
      };

/** What was written so far. */
export const contentDefaults = (content: Content, today: string): EditorDefaults => ({
  content: {
    title: content.title,
    titleKana: textOf(content.titleKana),
    category: content.category,
    summary: content.summary,
    description: content.description,
    audiences: [...content.audiences],
    audienceNote: textOf(content.audienceNote),
    schedule: scheduleValuesOf(content.schedule, today),
    scheduleNote: textOf(content.scheduleNote),
    placeId: content.placeId,
    contactName: content.contactName,
    contactPhone: textOf(content.contactPhone),
    contactMail: textOf(content.contactMail),
    contactWebsite: textOf(content.contactWebsite),
    isFree: content.isFree ? "free" : "paid",
    feeNote: textOf(content.feeNote),
    joinWay: content.joinWay,
    joinNote: textOf(content.joinNote),
    accessibility: [...content.accessibility],
    accessibilityNote: textOf(content.accessibilityNote),
  },
  acceptsReferrals: "",
  referralCapacity: "",
});
