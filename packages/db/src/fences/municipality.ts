import { definerReads, fence, ownUser, tenant } from "./fence.ts";

const byAdministrator = "(select app.has_role(array['platformAdministrator']))";

// Names and lists of a city are public; its administrators change them, the worker's set-up job writes the first.
const readByAll = {
  staff: { select: tenant, insert: byAdministrator, update: byAdministrator },
  partner: { select: tenant },
  public: { select: tenant },
  worker: { select: tenant, insert: tenant },
};

export const municipalityFences = [
  fence("municipality_setting", { ...readByAll, definer: definerReads }),
  fence("label", readByAll),
  fence("department", { ...readByAll, definer: definerReads }),
  fence("area_scheme", readByAll),
  fence("area", readByAll),
  fence("closed_day", { ...readByAll, staff: { select: tenant, insert: byAdministrator, delete: byAdministrator } }),
  fence("command_receipt", {
    staff: { select: ownUser, insert: ownUser, update: ownUser },
    partner: { select: ownUser, insert: ownUser, update: ownUser },
    worker: { select: "user_id is null", insert: "user_id is null", update: "user_id is null" },
  }),
];
