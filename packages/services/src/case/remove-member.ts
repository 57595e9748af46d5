import { and, eq, inArray } from "@tsunagari/db";
import { referral } from "@tsunagari/db/schema";
import { RemoveMember } from "@tsunagari/domain/case";
import { openReferralStatuses } from "@tsunagari/domain/referral";
import { defineCommand, fail, userIdOf } from "../kernel/index.ts";
import type { Scope } from "./access.ts";
import { touchPerson } from "./person-change.ts";
import { addCaseEvent, getPerson, loadPersonForUpdate } from "./store.ts";

const hasOpenReferral = async ({ tx, municipalityId }: Scope, personId: string): Promise<boolean> => {
  const rows = await tx
    .select({ id: referral.id })
    .from(referral)
    .where(
      and(
        eq(referral.municipalityId, municipalityId),
        eq(referral.personId, personId),
        inArray(referral.status, [...openReferralStatuses]),
      ),
    )
    .limit(1);
  return rows.length > 0;
};

/** Notes that somebody left the household; what was stored stays until its retention ends (D-19). */
export const removeMember = defineCommand({
  action: "case.removeMember",
  input: RemoveMember,
  load: (step) => loadPersonForUpdate(step, step.input.personId),
  run: async (step) => {
    const { input, now } = step;
    const row = await getPerson(step, input.personId);
    if (row.isSubject) fail("invalid_state", "case.main_person_stays");
    if (row.isRemoved) fail("invalid_state", "case.member_left");
    if (await hasOpenReferral(step, row.id)) fail("invalid_state", "case.member_has_referral");
    const outcome = await touchPerson(step, row, { version: input.version, flags: { isRemoved: true } });
    const userId = userIdOf(step.actor);
    await addCaseEvent(step, { caseId: row.caseId, kind: "memberRemoved", userId, at: now, note: input.reason });
    return outcome;
  },
});
