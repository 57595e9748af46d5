/*
 * Of every procedure somebody who may call it and an input with which it succeeds: without one, a refusal proves nothing.
 *
 * A text that begins with `select` is asked behind the fences, with $1 as the city; `version` is looked up; whatever is not
 * said is a sample of the schema (sample.ts). A new procedure is a line here. Where success wants something that no
 * input holds, `provenBy` names the test that has it.
 */
import { rightByMunicipality } from "./right-municipality.ts";
import { rightByPartner } from "./right-partner.ts";
import { rightByStaff } from "./right-staff.ts";

export type Right =
  | {
      /** Who: a statement that gives a user's id; none for the public root. */
      readonly as?: string;
      /** What differs from the sample; `undefined` takes a field away. */
      readonly with?: Readonly<Record<string, unknown>>;
      /** The table whose `version` the input carries, where its id's name does not tell. */
      readonly version?: string;
    }
  | { readonly provenBy: string };
export type RightTable = Readonly<Record<string, Right>>;

const prefixed = (root: string, table: RightTable): RightTable =>
  Object.fromEntries(Object.entries(table).map(([path, right]) => [`${root} ${path}`, right]));

const byAnybody: RightTable = {
  "activity.search": { with: { keyword: "", areaId: "", category: "", weekday: "", page: "1" } },
  "activity.getPublic": {
    with: { activityId: "select id from published_activity where municipality_id = $1 limit 1" },
  },
  "municipality.listCities": {},
  "municipality.getCity": {},
  "municipality.getOffer": {},
  "municipality.listLabels": {},
  "municipality.listAreas": {},
  "municipality.listPlans": {},
};

export const rights: RightTable = {
  ...prefixed("staff", { ...rightByStaff, ...rightByMunicipality }),
  ...prefixed("partner", rightByPartner),
  ...prefixed("public", byAnybody),
};
