import { definerReads, fence, tenant } from "./fence.ts";

/** Numbers and dates only; the case itself stays behind its own fence. */
const answersForRecords = "(select app.has_role(array['sectionOfficer', 'platformAdministrator', 'auditor']))";
const namedOfficer = "(select app.is_retention_officer())";
const byAdministrator = "(select app.has_role(array['platformAdministrator']))";

/** The same as the policy states, once more in SQL; which move is whose stands in `app.guard_retention_due`. */
export const retentionFences = [
  fence("retention_officer", {
    staff: {
      select: answersForRecords,
      insert: byAdministrator,
      update: byAdministrator,
      updateColumns: ["until_on", "version"],
    },
    worker: { select: tenant },
    definer: definerReads,
  }),
  fence("retention_due", {
    staff: {
      select: answersForRecords,
      update: namedOfficer,
      updateColumns: [
        "status",
        "postponed_until_on",
        "postpone_reason",
        "decided_by",
        "decided_at",
        "destroys_on",
        "version",
      ],
    },
    worker: {
      select: tenant,
      insert: "status = 'due'",
      // What is confirmed may turn out to be kept longer after all; what was destroyed stays in the list.
      delete: "status <> 'destroyed'",
      update: "status <> 'destroyed'",
      updateColumns: [
        "status",
        "completed_on",
        "due_on",
        "postponed_until_on",
        "postpone_reason",
        "decided_by",
        "decided_at",
        "version",
      ],
    },
    definer: {
      ...definerReads,
      update: definerReads.select ?? tenant,
      updateColumns: ["status", "destroyed_at", "version"],
    },
  }),
];

/** Run as the owner, after the functions. */
export const retentionTriggers: readonly string[] = [
  "create trigger retention_due_guard before update on retention_due for each row execute function app.guard_retention_due();",
];
