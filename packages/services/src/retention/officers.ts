import { and, asc, eq, gt, isNull, or, sql } from "@tsunagari/db";
import { retentionOfficer } from "@tsunagari/db/schema";
import { civilDateOf } from "@tsunagari/domain";
import {
  EndRetentionOfficer,
  ListRetentionOfficers,
  NameRetentionOfficer,
  retentionOfficerRole,
} from "@tsunagari/domain/retention";
import { loadStaffNames } from "../case/index.ts";
import { defineCommand, defineQuery, demandFound, demandOne, demandVersion, fail, newId } from "../kernel/index.ts";
import type { Scope } from "./store.ts";

const officersOn = ({ tx, municipalityId }: Scope, on: string) =>
  tx
    .select()
    .from(retentionOfficer)
    .where(
      and(
        eq(retentionOfficer.municipalityId, municipalityId),
        or(isNull(retentionOfficer.untilOn), gt(retentionOfficer.untilOn, on)),
      ),
    )
    .orderBy(asc(retentionOfficer.sinceOn), asc(retentionOfficer.id));

/** Staff who hold the role today; nobody else can be named, and whoever loses it confirms nothing any more. */
const loadCandidateIds = async ({ tx }: Scope): Promise<readonly string[]> => {
  const rows = await tx.execute<{ id: string }>(
    sql`select t.id from app.user_ids_with_roles(array[${retentionOfficerRole}]::text[]) as t(id)`,
  );
  return rows.map((row) => row.id);
};

/** Who confirms that records go, and who could. */
export const listRetentionOfficers = defineQuery({
  action: "retention.listOfficers",
  input: ListRetentionOfficers,
  run: async (step) => {
    const named = await officersOn(step, step.today);
    const candidateIds = await loadCandidateIds(step);
    const names = await loadStaffNames(step, [...named.map((row) => row.userId), ...candidateIds]);
    const present = (userId: string) => ({
      userId,
      name: names.get(userId)?.name ?? null,
      departmentName: names.get(userId)?.departmentName ?? null,
    });
    return {
      officers: named.map((row) => ({
        id: row.id,
        ...present(row.userId),
        sinceOn: civilDateOf(row.sinceOn),
        /** Named, but without the role by now. */
        hasRole: candidateIds.includes(row.userId),
        version: row.version,
      })),
      candidates: candidateIds.filter((id) => !named.some((row) => row.userId === id)).map(present),
      abilities: { nameOfficer: step.may("retention.nameOfficer"), endOfficer: step.may("retention.endOfficer") },
    };
  },
});

/** Names somebody from today on. */
export const nameRetentionOfficer = defineCommand({
  action: "retention.nameOfficer",
  input: NameRetentionOfficer,
  run: async (step) => {
    const { tx, municipalityId, input, today } = step;
    const { userId } = input;
    if (!(await loadCandidateIds(step)).includes(userId)) {
      const fields = [{ path: "userId", code: "not_a_choice" }];
      return fail("invalid_input", "retention.not_a_section_officer", { fields });
    }
    if ((await officersOn(step, today)).some((row) => row.userId === userId)) {
      return fail("invalid_state", "retention.already_named");
    }
    const id = newId<"retentionOfficer">();
    await tx.insert(retentionOfficer).values({ municipalityId, id, userId, sinceOn: today });
    return { id, subjects: [{ kind: "user", id: userId }] };
  },
});

/** Ends a naming from today on. */
export const endRetentionOfficer = defineCommand({
  action: "retention.endOfficer",
  input: EndRetentionOfficer,
  run: async (step) => {
    const { tx, municipalityId, input, today } = step;
    const where = and(
      eq(retentionOfficer.municipalityId, municipalityId),
      eq(retentionOfficer.id, input.retentionOfficerId),
    );
    const [found] = await tx.select().from(retentionOfficer).where(where).for("update");
    const row = demandFound(found);
    demandVersion(row.version, input.version);
    if (row.untilOn !== null) return fail("invalid_state", "retention.already_ended");
    demandOne(
      await tx
        .update(retentionOfficer)
        .set({ untilOn: today, version: row.version + 1 })
        .where(where)
        .returning({ id: retentionOfficer.id }),
    );
    return { id: row.id, subjects: [{ kind: "user", id: row.userId }] };
  },
});
