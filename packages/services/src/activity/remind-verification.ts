import { and, asc, eq, isNotNull, type Tx } from "@tsunagari/db";
import { activity } from "@tsunagari/db/schema";
import { civilDateOf, type CivilDate } from "@tsunagari/domain";
import { freshnessOn, RemindVerification, type FreshnessRule } from "@tsunagari/domain/activity";
import { editorRoles } from "@tsunagari/domain/organization";
import { defineCommand, newId, type Context } from "../kernel/index.ts";
import { loadSettings } from "../municipality/index.ts";
import { notify, wasTold } from "../notice/index.ts";

type Due = { readonly id: string; readonly organizationId: string; readonly verifiedOn: CivilDate };

const findDue = async (
  tx: Tx,
  municipalityId: string,
  when: { readonly today: CivilDate; readonly rule: FreshnessRule },
): Promise<readonly Due[]> => {
  const rows = await tx
    .select({ id: activity.id, organizationId: activity.organizationId, verifiedOn: activity.verifiedOn })
    .from(activity)
    .where(
      and(
        eq(activity.municipalityId, municipalityId),
        eq(activity.status, "published"),
        isNotNull(activity.verifiedOn),
      ),
    )
    .orderBy(asc(activity.id));
  return rows.flatMap(({ verifiedOn, ...row }) => {
    if (verifiedOn === null) return [];
    const due = { ...row, verifiedOn: civilDateOf(verifiedOn) };
    return freshnessOn(due.verifiedOn, when.today, when.rule) === "fresh" ? [] : [due];
  });
};

/** Asks the owner once to look at an activity whose confirmation runs out in 30 days (D-16), or ran out already. */
export const remindVerification = async (context: Context): Promise<{ readonly done: number }> => {
  let done = 0;
  const command = defineCommand({
    action: "activity.remindVerification",
    input: RemindVerification,
    run: async ({ tx, keys, municipalityId, now, today }) => {
      const rule = await loadSettings(tx, municipalityId);
      const asked: string[] = [];
      for (const due of await findDue(tx, municipalityId, { today, rule })) {
        const told = { kind: "activity.verification_due", subjectId: due.id, onceKey: due.verifiedOn } as const;
        if (await wasTold({ tx, municipalityId }, told)) continue;
        const to = { organizationId: due.organizationId, roles: editorRoles };
        if ((await notify({ tx, keys, municipalityId, now }, { ...told, to })) > 0) asked.push(due.id);
      }
      done = asked.length;
      return { id: municipalityId, subjects: asked.map((id) => ({ kind: "activity", id })) };
    },
  });
  await command.execute(context, { requestId: newId<"request">() });
  return { done };
};
