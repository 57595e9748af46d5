import { and, eq, type Tx } from "@tsunagari/db";
import { activity, activityVersion } from "@tsunagari/db/schema";
import { transition, type CivilDate, type Instant, type UserId } from "@tsunagari/domain";
import {
  activityMachine,
  activityStatuses,
  activityVersionMachine,
  type ActivityEvent,
  type ActivityStatus,
  type ActivityVersionEvent,
  type ActivityVersionStatus,
} from "@tsunagari/domain/activity";
import { demandOne, fail, literalOf } from "../kernel/index.ts";
import { versionStatusOf, type ActivityRow, type ActivityRows, type VersionRow } from "./rows.ts";

/** The version being worked on; refuses where there is none. */
export const demandWorking = (rows: ActivityRows): VersionRow =>
  rows.working ?? fail("invalid_state", "activity.nothing_to_submit");

/** The status after an event on an activity that is not public yet; a public one stays public. */
export const statusAfter = (row: ActivityRow, event: ActivityEvent): ActivityStatus => {
  const state = literalOf(activityStatuses, row.status);
  return state === "published"
    ? state
    : transition<ActivityStatus, typeof activityMachine>("activity", activityMachine, { event, state });
};

/** Writes the activity's own row and raises its version. */
export const writeActivity = async (
  tx: Tx,
  row: ActivityRow,
  changes: Partial<Omit<typeof activity.$inferInsert, "id" | "municipalityId" | "version">>,
): Promise<void> => {
  demandOne(
    await tx
      .update(activity)
      .set({ ...changes, version: row.version + 1 })
      .where(
        and(
          eq(activity.municipalityId, row.municipalityId),
          eq(activity.id, row.id),
          eq(activity.version, row.version),
        ),
      )
      .returning({ id: activity.id }),
  );
};

type VersionChanges = Partial<
  Omit<typeof activityVersion.$inferInsert, "id" | "municipalityId" | "version" | "status">
>;

/** Writes a version's row and raises its version. */
export const writeVersion = async (
  tx: Tx,
  row: VersionRow,
  changes: VersionChanges & { readonly status?: ActivityVersionStatus },
): Promise<void> => {
  demandOne(
    await tx
      .update(activityVersion)
      .set({ ...changes, version: row.version + 1 })
      .where(
        and(
          eq(activityVersion.municipalityId, row.municipalityId),
          eq(activityVersion.id, row.id),
          eq(activityVersion.version, row.version),
        ),
      )
      .returning({ id: activityVersion.id }),
  );
};

/** Moves a version by the machine. */
export const moveVersion = (
  tx: Tx,
  row: VersionRow,
  move: { readonly event: ActivityVersionEvent; readonly with?: VersionChanges },
): Promise<void> =>
  writeVersion(tx, row, {
    ...move.with,
    status: transition<ActivityVersionStatus, typeof activityVersionMachine>("activity", activityVersionMachine, {
      event: move.event,
      state: versionStatusOf(row),
    }),
  });

/** Makes the working version the public one; the one that was public before is kept as superseded. */
export const makePublic = async (
  tx: Tx,
  rows: ActivityRows,
  decision: {
    readonly event: "approve" | "publish";
    readonly at: Instant;
    readonly by: UserId | null;
    readonly verifiedOn: CivilDate;
    readonly status: ActivityStatus;
  },
): Promise<void> => {
  const working = demandWorking(rows);
  // The unique index allows one approved version at a time.
  if (rows.published) await moveVersion(tx, rows.published, { event: "supersede" });
  await moveVersion(tx, working, {
    event: decision.event,
    with: { decidedAt: decision.at, decidedBy: decision.by, returnReason: null },
  });
  await writeActivity(tx, rows.activity, {
    status: decision.status,
    publishedVersionId: working.id,
    verifiedOn: decision.verifiedOn,
  });
};
