import type { ContentField, Schedule } from "@tsunagari/domain/activity";
import { activityMessages } from "@tsunagari/messages";
import { dateText } from "@tsunagari/portal";
import type { Content } from "./queries.ts";

/** When it takes place, one statement a line. */
export const scheduleLines = (schedule: Schedule): readonly string[] => {
  if (schedule.kind === "byAppointment") return [activityMessages.scheduleKinds.byAppointment];
  return [
    `毎週${activityMessages.weekdays[schedule.weekday]}`,
    `${schedule.fromTime}〜${schedule.toTime}`,
    `${dateText(schedule.firstOn)}から`,
    schedule.lastOn === null ? "終わりの日は決まっていません" : `${dateText(schedule.lastOn)}まで`,
    ...schedule.skippedOn.map((on) => `休み：${dateText(on)}`),
  ];
};

const placeLines = (place: Content["place"]): readonly string[] =>
  place === null
    ? ["場所が見つかりません"]
    : [place.name, place.address, ...(place.areaNames.length === 0 ? [] : [`地域：${place.areaNames.join("、")}`])];

/** Fields that are lists: their entries are compared as wholes, not by words. */
export const listFields: readonly ContentField[] = ["audiences", "accessibility", "schedule", "placeId"];

/** A field as people read it: one line for each statement, none where nothing is stated. */
export const fieldLines = (content: Content, field: ContentField): readonly string[] => {
  switch (field) {
    case "category":
      return [activityMessages.categories[content.category]];
    case "audiences":
      return content.audiences.map((audience) => activityMessages.audiences[audience]);
    case "accessibility":
      return content.accessibility.map((flag) => activityMessages.accessibility[flag]);
    case "schedule":
      return scheduleLines(content.schedule);
    case "placeId":
      return placeLines(content.place);
    case "isFree":
      return [content.isFree ? "無料" : "費用がかかります"];
    case "joinWay":
      return [activityMessages.joinWays[content.joinWay]];
    default: {
      const text = content[field];
      return text === null ? [] : [text];
    }
  }
};
