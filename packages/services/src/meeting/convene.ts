import { and, eq, gt, inArray, isNull, lte, or } from "@tsunagari/db";
import { department, meeting, meetingMember } from "@tsunagari/db/schema";
import type { CivilDate } from "@tsunagari/domain";
import { ConveneMeeting } from "@tsunagari/domain/meeting";
import { demandMultiAgency, type Scope } from "../case/index.ts";
import { asStaff, defineCommand, fail, newId } from "../kernel/index.ts";
import { findBodyOn } from "../municipality/index.ts";
import { legalBasis } from "./sitting-bodies.ts";

/** D-01: a sitting has the legal kind of its body; the database's key says so too. */
const demandBody = async (scope: Scope, meetingBodyId: string, on: CivilDate): Promise<void> => {
  const fields = [{ path: "meetingBodyId", code: "not_a_choice" }];
  const body = await findBodyOn(scope, meetingBodyId, on);
  if (body === null) return fail("invalid_input", "meeting.unknown_body", { fields });
  if (body.legalBasis !== legalBasis) return fail("invalid_input", "meeting.body_of_other_kind", { fields });
};

/** Calls a consented meeting with its circle of members; nobody is on the agenda yet (D-38). */
export const conveneMeeting = defineCommand({
  action: "meeting.convene",
  input: ConveneMeeting,
  run: async ({ tx, actor, municipalityId, input, today }) => {
    const { meetsOn, startsAtTime, place, host, memberDepartmentIds, meetingBodyId } = input;
    if (meetsOn < today) fail("invalid_state", "meeting.in_the_past");
    const scope = { tx, municipalityId };
    await demandMultiAgency(scope, today);
    await demandBody(scope, meetingBodyId, meetsOn);
    const members = await tx
      .select({ id: department.id })
      .from(department)
      .where(
        and(
          eq(department.municipalityId, municipalityId),
          inArray(department.id, memberDepartmentIds),
          lte(department.sinceOn, meetsOn),
          or(isNull(department.untilOn), gt(department.untilOn, meetsOn)),
        ),
      );
    if (members.length !== memberDepartmentIds.length) fail("invalid_state", "meeting.unknown_member");
    const id = newId<"meeting">();
    await tx.insert(meeting).values({
      municipalityId,
      id,
      legalBasis,
      meetingBodyId,
      status: "scheduled",
      meetsOn,
      startsAtTime,
      place,
      host,
      convenedBy: asStaff(actor).userId,
    });
    await tx.insert(meetingMember).values(
      memberDepartmentIds.map((departmentId) => ({
        municipalityId,
        id: newId<"meetingMember">(),
        meetingId: id,
        departmentId,
      })),
    );
    return { id, subjects: [{ kind: "meeting", id }] };
  },
});
