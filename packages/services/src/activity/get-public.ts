import { prepareStatement, sql } from "@tsunagari/db";
import type { CivilDate } from "@tsunagari/domain";
import { GetPublicActivity, nextDates, nextDayAt, type ActivityContent } from "@tsunagari/domain/activity";
import { defineStatementQuery, demandFound } from "../kernel/index.ts";
import { city, isShown, ruleQuery, type PublicPage } from "./published.ts";

const nextDatesShown = 6;

/** The public page of an activity. Placing and contact are public by the organization's own act (D0). */
export type PublicActivity = Omit<ActivityContent, "placeId"> & {
  readonly id: string;
  readonly organization: PublicPage["organization"];
  readonly place: PublicPage["place"];
  readonly areaNames: readonly string[];
  readonly nextDates: readonly CivilDate[];
  readonly verifiedOn: CivilDate;
  readonly isStale: boolean;
};

type Row = {
  page: PublicPage;
  area_names: readonly string[];
  verified_on: CivilDate;
  is_stale: boolean;
  today: CivilDate;
  /** `HH:MM` */
  clock: string;
};

const statement = prepareStatement<Row, { city: string; activityId: string }>(sql`
  with rule as materialized (${ruleQuery})
  select p.page, p.verified_on::text as verified_on, rule.today::text as today, to_char(rule.clock, 'HH24:MI') as clock,
         p.verified_on + rule.verification_days <= rule.today as is_stale,
         (select coalesce(json_agg(a.name order by a.sort_order, a.code), '[]'::json) from area a
           where a.municipality_id = ${city} and a.id = any (p.area_ids)) as area_names
    from published_activity p, rule
   where p.municipality_id = ${city} and p.id = ${sql.placeholder("activityId")}::uuid and ${isShown}`);

/** One activity as the public sees it; `not_found` where the list would not show it either. */
export const getPublicActivity = defineStatementQuery({
  action: "activity.getPublic",
  input: GetPublicActivity,
  statement,
  values: ({ municipalityId, input }) => ({ city: municipalityId, activityId: input.activityId }),
  present: ({ rows, input }): PublicActivity => {
    const { page, ...row } = demandFound(rows[0]);
    const { placeId: _placeId, ...content } = page.content;
    return {
      id: input.activityId,
      ...content,
      organization: page.organization,
      place: page.place,
      areaNames: row.area_names,
      nextDates: nextDates(content.schedule, nextDayAt(content.schedule, row.today, row.clock), nextDatesShown),
      verifiedOn: row.verified_on,
      isStale: row.is_stale,
    };
  },
});
