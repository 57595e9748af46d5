import { and, eq, gt, inArray, isNull, lte, or } from "@tsunagari/db";
import { department, meeting, meetingMember } from "@tsunagari/db/schema";
import { ConveneMeeting } from "@tsunagari/domain/meeting";
import { asStaff, defineCommand, fail, newId } from "../kernel/index.ts";

/** Calls a consented meeting with its circle of members; nobody is on the agenda yet (D-38). */
export const conveneMeeting = defineCommand({
  action: "meeting.convene",
  input: ConveneMeeting,
  run: async ({ tx, actor, municipalityId, input, today }) => {
    const { meetsOn, startsAtTime, place, host, memberDepartmentIds } = input;
    if (meetsOn < today) fail("invalid_state", "meeting.in_the_past");
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
      legalBasis: "consented",
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
