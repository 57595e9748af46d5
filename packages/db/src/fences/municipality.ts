import { definerReads, fence, ownUser, tenant } from "./fence.ts";

const readByAll = {
  staff: { select: tenant, insert: tenant, update: tenant },
  partner: { select: tenant },
  public: { select: tenant },
  worker: { select: tenant },
};

export const municipalityFences = [
  fence("municipality_setting", readByAll),
  fence("label", readByAll),
  fence("department", { ...readByAll, definer: definerReads }),
  fence("area_scheme", readByAll),
  fence("area", readByAll),
  fence("closed_day", { ...readByAll, staff: { select: tenant, insert: tenant, delete: tenant } }),
  fence("command_receipt", {
    staff: { select: ownUser, insert: ownUser, update: ownUser },
    partner: { select: ownUser, insert: ownUser, update: ownUser },
    worker: { select: "user_id is null", insert: "user_id is null", update: "user_id is null" },
  }),
];
