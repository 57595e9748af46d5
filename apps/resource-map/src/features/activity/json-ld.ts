import type { Activity, City } from "../../caller.ts";
import { activityHref } from "./address.ts";

type Shown = { readonly city: City; readonly activity: Activity; readonly origin: string };

const placeOf = ({ place }: Activity) => ({
  "@type": "Place",
  name: place.name,
  address: {
    "@type": "PostalAddress",
    addressCountry: "JP",
    streetAddress: place.address,
    ...(place.postalCode === null ? {} : { postalCode: place.postalCode }),
  },
});

/** The activity in schema.org's words, for machines; an event needs a day, so what goes by appointment has none. */
export const eventOf = ({ city, activity, origin }: Shown): Readonly<Record<string, unknown>> | null => {
  const [nextOn] = activity.nextDates;
  const { schedule } = activity;
  if (nextOn === undefined || schedule.kind !== "weekly") return null;
  return {
    "@context": "https://schema.org",
    "@type": "Event",
    name: activity.title,
    description: activity.summary,
    url: `${origin}${activityHref(city.slug, activity.id)}`,
    startDate: `${nextOn}T${schedule.fromTime}:00+09:00`,
    endDate: `${nextOn}T${schedule.toTime}:00+09:00`,
    eventAttendanceMode: "https://schema.org/OfflineEventAttendanceMode",
    isAccessibleForFree: activity.isFree,
    organizer: { "@type": "Organization", name: activity.organization.name },
    location: placeOf(activity),
  };
};

/** JSON that cannot end the element it stands in, whatever a title holds. */
export const jsonForHtml = (value: unknown): string =>
  JSON.stringify(value).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
