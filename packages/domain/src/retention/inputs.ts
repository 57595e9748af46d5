import { z } from "zod";
import { choice, command, DateField, idOf, input, Page, Version } from "../kernel/index.ts";
import { postponeReasons, RetentionDueId, RetentionOfficerId, waitingRetentionStatuses } from "./retention.ts";

/** The records an act is about, each as its viewer saw it; all of them or none. */
const items = z
  .array(input({ retentionDueId: RetentionDueId, version: Version }), { error: "required" })
  .min(1, { error: "required" })
  .max(100, { error: "out_of_range" });

/** What waits; all of it where no status is given. */
export const ListRetention = input({ status: choice(waitingRetentionStatuses).optional(), ...Page });
/** What was destroyed, and who confirmed it. */
export const ListDestroyed = input({ ...Page });
export const ConfirmRetention = command({
  items,
  /** That it cannot be undone is ticked by hand, every time. */
  isUnderstood: z.literal(true, { error: "must_be_checked" }),
});
export const RevokeRetention = command({ items });
export const PostponeRetention = command({ items, untilOn: DateField, reason: choice(postponeReasons) });
export const ResumeRetention = command({ items });
/** The night's list. */
export const FindRetentionDue = command({});
/** The night's act on one confirmed record. */
export const DestroyRetention = command({ retentionDueId: RetentionDueId });

export const ListRetentionOfficers = input({});
export const NameRetentionOfficer = command({ userId: idOf("user") });
export const EndRetentionOfficer = command({ retentionOfficerId: RetentionOfficerId, version: Version });
