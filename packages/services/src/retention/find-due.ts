import { and, eq, inArray, sql, type Tx } from "@tsunagari/db";
import { retentionDue } from "@tsunagari/db/schema";
import { civilDateOf, type CivilDate } from "@tsunagari/domain";
import {
  FindRetentionDue,
  isRetentionOver,
  retentionEndOf,
  type RetentionEnd,
  type RetentionYears,
} from "@tsunagari/domain/retention";
import { defineCommand, newId, type RunStep } from "../kernel/index.ts";
import { loadSettings } from "../municipality/index.ts";
import { notify } from "../notice/index.ts";
import { statusOf, undecided, type RetentionDueRow } from "./store.ts";

type ClosedCase = {
  readonly case_id: string;
  readonly case_number: string;
  readonly closed_on: string;
  readonly open_referrals: number;
  readonly last_referral_on: string | null;
  readonly last_meeting_on: string | null;
};
type DueCase = { readonly caseId: string; readonly caseNumber: string; readonly end: RetentionEnd };

const dateOrNull = (text: string | null): CivilDate | null => (text === null ? null : civilDateOf(text));

/** The worker reads no case: it is told numbers and dates of those that are closed. */
const loadDueCases = async (tx: Tx, years: RetentionYears, today: CivilDate): Promise<readonly DueCase[]> => {
  const rows = await tx.execute<ClosedCase>(
    sql`select c.case_id, c.case_number, c.closed_on::text, c.open_referrals, c.last_referral_on::text, c.last_meeting_on::text
          from app.closed_case_ends() c order by c.case_number`,
  );
  return rows.flatMap((row) => {
    const end = retentionEndOf(
      {
        closedOn: civilDateOf(row.closed_on),
        openReferralCount: row.open_referrals,
        lastReferralEndedOn: dateOrNull(row.last_referral_on),
        lastMeetingOn: dateOrNull(row.last_meeting_on),
      },
      years,
    );
    return isRetentionOver(end, today) ? [{ caseId: row.case_id, caseNumber: row.case_number, end }] : [];
  });
};

type Step = RunStep<unknown, null>;

/** What is on the list and not due any more, because a city keeps its records longer now, goes from it. */
const takeOff = async ({ tx, municipalityId }: Step, rows: readonly RetentionDueRow[]): Promise<void> => {
  if (rows.length === 0) return;
  await tx.delete(retentionDue).where(
    and(
      eq(retentionDue.municipalityId, municipalityId),
      inArray(
        retentionDue.id,
        rows.map((row) => row.id),
      ),
    ),
  );
};

/** Writes down what has changed of a listed one; true where a postponement has run out, so that it waits again. */
const refresh = async (step: Step, row: RetentionDueRow, { dueOn, completedOn }: RetentionEnd): Promise<boolean> => {
  const { tx, municipalityId, today } = step;
  const isBack = statusOf(row) === "postponed" && row.postponedUntilOn !== null && row.postponedUntilOn <= today;
  if (!isBack && row.dueOn === dueOn && row.completedOn === completedOn) return false;
  const { destroysOn: _never, ...decision } = undecided;
  await tx
    .update(retentionDue)
    .set({ dueOn, completedOn, ...(isBack ? { ...decision, status: "due" } : {}), version: row.version + 1 })
    .where(and(eq(retentionDue.municipalityId, municipalityId), eq(retentionDue.id, row.id)));
  return isBack;
};

const put = async ({ tx, municipalityId, now }: Step, { caseId, caseNumber, end }: DueCase): Promise<void> => {
  const id = newId<"retentionDue">();
  await tx
    .insert(retentionDue)
    .values({ municipalityId, id, caseId, caseNumber, ...end, status: "due", listedAt: now });
};

const tell = async (step: Step): Promise<void> => {
  const { tx, municipalityId, today } = step;
  const rows = await tx.execute<{ id: string }>(sql`select t.id from app.retention_officer_user_ids() as t(id)`);
  const officers = rows.map((row) => row.id);
  const told =
    officers.length > 0
      ? ({ kind: "retention.due", to: { userIds: officers } } as const)
      : ({ kind: "retention.no_officer", to: { roles: ["platformAdministrator"] } } as const);
  await notify(step, { ...told, subjectId: municipalityId, onceKey: today });
};

/** The night's list of what is due (D-19); the named officers are told that there is something, nothing of it. */
export const findRetentionDue = defineCommand({
  action: "retention.findDue",
  input: FindRetentionDue,
  run: async (step) => {
    const { tx, municipalityId, today } = step;
    const due = await loadDueCases(tx, await loadSettings(tx, municipalityId), today);
    const listed = await tx
      .select()
      .from(retentionDue)
      .where(eq(retentionDue.municipalityId, municipalityId))
      .for("update");
    const waiting = listed.filter((row) => statusOf(row) !== "destroyed");
    await takeOff(
      step,
      waiting.filter((row) => !due.some(({ caseId }) => caseId === row.caseId)),
    );
    const fresh: string[] = [];
    for (const one of due) {
      const row = waiting.find(({ caseId }) => caseId === one.caseId);
      if (row === undefined) await put(step, one);
      if (row === undefined || (await refresh(step, row, one.end))) fresh.push(one.caseId);
    }
    if (fresh.length > 0) await tell(step);
    return { id: municipalityId, subjects: fresh.map((id) => ({ kind: "case", id, caseId: id })) };
  },
});
