import type { Activity, City } from "../../caller.ts";
import { pageMeta } from "../../layout/page-meta.ts";
import { activityHref } from "./address.ts";

type Shown = { readonly city: City; readonly activity: Activity; readonly origin: string };

export const activityMeta = ({ city, activity, origin }: Shown) =>
  pageMeta({
    title: `${activity.title}｜${city.name} つながりマップ`,
    description: activity.summary,
    path: activityHref(city.slug, activity.id),
    origin,
  });
