import { and, asc, eq, gt, isNull, lte, sql, type Tx } from "@tsunagari/db";
import { consentGrant } from "@tsunagari/db/schema";
import { addDays, asId, civilDateOf, type CivilDate } from "@tsunagari/domain";
import type { CaseId } from "@tsunagari/domain/case";
import { endingNoticeDays, endsSoon, RemindEndingConsents } from "@tsunagari/domain/consent";
import { defineCommand, newId, type Context } from "../kernel/index.ts";
import { notify, wasTold } from "../notice/index.ts";

type Ending = { readonly id: string; readonly caseId: CaseId };

const findEnding = async (tx: Tx, municipalityId: string, today: CivilDate): Promise<readonly Ending[]> => {
  const rows = await tx
    .select()
    .from(consentGrant)
    .where(
      and(
        eq(consentGrant.municipalityId, municipalityId),
        isNull(consentGrant.withdrawnAt),
        gt(consentGrant.untilOn, today),
        lte(consentGrant.untilOn, addDays(today, endingNoticeDays)),
      ),
    )
    .orderBy(asc(consentGrant.id));
  return rows
    .filter((row) =>
      endsSoon(
        { sinceOn: civilDateOf(row.sinceOn), untilOn: civilDateOf(row.untilOn), withdrawnAt: row.withdrawnAt },
        today,
      ),
    )
    .map((row) => ({ id: row.id, caseId: asId<"case">(row.caseId) }));
};

/** The worker reads no case: it is told whom to tell, ids only. */
const teamOf = async (tx: Tx, caseId: CaseId): Promise<readonly string[]> => {
  const rows = await tx.execute<{ id: string }>(sql`select t.id from app.case_team_user_ids(${caseId}::uuid) as t(id)`);
  return rows.map((row) => row.id);
};

/**
 * Tells the team of a case once, 30 days ahead, that a consent runs out (D-02): then there is time to ask the person
 * again, and nothing ends by surprise. The notice names the case and nothing of the consent.
 */
export const remindEndingConsents = async (context: Context): Promise<{ readonly done: number }> => {
  let done = 0;
  const command = defineCommand({
    action: "consent.remindEnding",
    input: RemindEndingConsents,
    run: async ({ tx, keys, municipalityId, now, today }) => {
      const told: Ending[] = [];
      for (const ending of await findEnding(tx, municipalityId, today)) {
        const about = { kind: "case.consent_ends_soon", subjectId: ending.caseId, onceKey: ending.id } as const;
        if (await wasTold({ tx, municipalityId }, about)) continue;
        const to = { userIds: await teamOf(tx, ending.caseId) };
        if ((await notify({ tx, keys, municipalityId, now }, { ...about, to })) > 0) told.push(ending);
      }
      done = told.length;
      return { id: municipalityId, subjects: told.map(({ id, caseId }) => ({ kind: "consent", id, caseId })) };
    },
  });
  await command.execute(context, { requestId: newId<"request">() });
  return { done };
};
