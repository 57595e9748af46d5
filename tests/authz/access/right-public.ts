import { inRoot, type RightTable } from "./right.ts";

/** What anybody may read. */
export const rights: RightTable = inRoot("public", {
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
  "municipality.getPage": {},
});
