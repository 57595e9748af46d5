import { definerReads, fence, ownUser, tenant } from "./fence.ts";

const byAdministrator = "(select app.has_role(array['platformAdministrator']))";

// Names and lists of a city are public; its administrators change them, the worker's set-up job writes the first.
const readByAll = {
  staff: { select: tenant, insert: byAdministrator, update: byAdministrator },
  partner: { select: tenant },
  public: { select: tenant },
  worker: { select: tenant, insert: tenant },
};
const readByStaff = { staff: readByAll.staff, worker: readByAll.worker };
// Which rows belong to a row that is replaced as a whole: they are taken away and written anew.
const replaced = { ...readByAll.staff, delete: byAdministrator };

export const municipalityFences = [
  fence("municipality_setting", { ...readByAll, definer: definerReads }),
  fence("label", readByAll),
  fence("department", { ...readByAll, definer: definerReads }),
  fence("department_name", readByAll),
  fence("area_scheme", { ...readByAll, definer: definerReads }),
  fence("area", readByAll),
  fence("program_status", readByAll),
  fence("program_department", readByAll),
  fence("module_switch", readByAll),
  fence("implementation_plan", readByAll),
  fence("plan_review_body", { ...readByAll, staff: replaced }),
  // Who sits where is for the city's own work: staff only.
  fence("meeting_body", readByStaff),
  fence("meeting_body_name", readByStaff),
  fence("body_member", readByStaff),
  // Insert only: what was written about a change stays.
  fence("municipality_change", {
    staff: { select: tenant, insert: byAdministrator },
    worker: { select: tenant, insert: tenant },
  }),
  // Published to everyone; a version is never changed, a later one takes its place.
  fence("city_page", {
    staff: { select: tenant, insert: byAdministrator },
    partner: { select: tenant },
    public: { select: tenant },
    worker: { select: tenant },
  }),
  fence("closed_day", { ...readByAll, staff: { select: tenant, insert: byAdministrator, delete: byAdministrator } }),
  fence("command_receipt", {
    staff: { select: ownUser, insert: ownUser, update: ownUser },
    partner: { select: ownUser, insert: ownUser, update: ownUser },
    worker: { select: "user_id is null", insert: "user_id is null", update: "user_id is null" },
  }),
];
