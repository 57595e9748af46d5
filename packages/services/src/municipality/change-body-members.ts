import { and, eq, sql, type Tx } from "@tsunagari/db";
import { bodyMember, meetingBody } from "@tsunagari/db/schema";
import { AddBodyMember, EndBodyMember } from "@tsunagari/domain/municipality";
import { defineCommand, demandFound, demandOne, demandVersion, fail, newId } from "../kernel/index.ts";
import { findBody, loadMembersOn, nameOfBody } from "./bodies.ts";
import { findDepartment, findDepartmentOn, nameOfDepartment } from "./departments.ts";
import { recordChange } from "./history.ts";
import { lockRow } from "./lock-row.ts";

type Scope = { readonly tx: Tx; readonly municipalityId: string };

const nextOrder = async ({ tx, municipalityId }: Scope, meetingBodyId: string): Promise<number> => {
  const [row] = await tx
    .select({ last: sql<number | null>`max(${bodyMember.sortOrder})` })
    .from(bodyMember)
    .where(and(eq(bodyMember.municipalityId, municipalityId), eq(bodyMember.meetingBodyId, meetingBodyId)));
  return (row?.last ?? 0) + 10;
};

/** Gives a department, or a body outside the city's list, a seat from a day on. */
export const addBodyMember = defineCommand({
  action: "municipality.addBodyMember",
  input: AddBodyMember,
  load: (step) => lockRow(step, meetingBody, step.input.meetingBodyId),
  run: async (step) => {
    const { tx, municipalityId, input } = step;
    const { meetingBodyId, departmentId, name, side, tier, sinceOn } = input;
    const body = demandFound(await findBody(step, meetingBodyId));
    if (sinceOn < body.sinceOn || (body.untilOn !== null && sinceOn >= body.untilOn)) {
      return fail("invalid_state", "municipality.outside_period");
    }
    const seat = departmentId === null ? null : await findDepartmentOn(step, departmentId, sinceOn);
    if (departmentId !== null && seat === null) {
      return fail("invalid_input", "municipality.unknown_department", {
        fields: [{ path: "departmentId", code: "not_a_choice" }],
      });
    }
    const called = name ?? (seat ? nameOfDepartment(seat, sinceOn) : "");
    const sitting = await loadMembersOn(step, [meetingBodyId], sinceOn);
    const isSame = (one: (typeof sitting)[number]) =>
      one.tier === tier && (departmentId === null ? one.name === name : one.departmentId === departmentId);
    if (sitting.some(isSame)) return fail("invalid_state", "municipality.already_member");
    const id = newId<"bodyMember">();
    const sortOrder = await nextOrder(step, meetingBodyId);
    await tx
      .insert(bodyMember)
      .values({ municipalityId, id, meetingBodyId, departmentId, name, side, tier, sortOrder, sinceOn });
    return recordChange(step, {
      action: "municipality.addBodyMember",
      kind: "bodyMember",
      id,
      subject: called,
      before: null,
      after: { body: nameOfBody(body, sinceOn), name: called, side, tier, sinceOn },
    });
  },
});

const findMember = async ({ tx, municipalityId }: Scope, id: string) => {
  const [row] = await tx
    .select()
    .from(bodyMember)
    .where(and(eq(bodyMember.municipalityId, municipalityId), eq(bodyMember.id, id)));
  return row ?? null;
};

/** Ends a seat. */
export const endBodyMember = defineCommand({
  action: "municipality.endBodyMember",
  input: EndBodyMember,
  load: (step) => lockRow(step, bodyMember, step.input.bodyMemberId),
  run: async (step) => {
    const { tx, municipalityId, input } = step;
    const { bodyMemberId, untilOn } = input;
    const row = demandFound(await findMember(step, bodyMemberId));
    demandVersion(row.version, input.version);
    if (row.untilOn !== null) return fail("invalid_state", "municipality.already_ended");
    if (untilOn <= row.sinceOn) return fail("invalid_state", "municipality.outside_period");
    demandOne(
      await tx
        .update(bodyMember)
        .set({ untilOn, version: row.version + 1 })
        .where(and(eq(bodyMember.municipalityId, municipalityId), eq(bodyMember.id, bodyMemberId)))
        .returning({ id: bodyMember.id }),
    );
    const body = demandFound(await findBody(step, row.meetingBodyId));
    const seat = row.departmentId === null ? null : await findDepartment(step, row.departmentId);
    const name = row.name ?? (seat ? nameOfDepartment(seat, untilOn) : "");
    return recordChange(step, {
      action: "municipality.endBodyMember",
      kind: "bodyMember",
      id: bodyMemberId,
      subject: name,
      before: { body: nameOfBody(body, untilOn), untilOn: null },
      after: { body: nameOfBody(body, untilOn), untilOn },
    });
  },
});
