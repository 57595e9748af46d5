import { civilDateOf } from "@tsunagari/domain";
import { closeCase, getCase, openCase } from "@tsunagari/services/case";
import { findRetentionDue, nameRetentionOfficer } from "@tsunagari/services/retention";
import type { ClosedCaseFile } from "./cases-file.ts";
import { personOn } from "./cases.ts";
import { clockAt } from "./moment.ts";
import { firstDayOf } from "./municipality.ts";
import { administrator } from "./people.ts";
import { as, departmentIdOf, idOf, requestOf, type Seeding } from "./seeding.ts";

const seedClosedCase = async (seeding: Seeding, file: ClosedCaseFile): Promise<void> => {
  const { code, lead, source, sourceDepartment, lifeIssues, urgency, summary } = file;
  const [receivedOn, closedOn] = [civilDateOf(file.receivedOn), civilDateOf(file.closedOn)];
  const { id: caseId } = await openCase.execute(as(seeding, lead, clockAt(receivedOn, "10:00")), {
    requestId: requestOf(seeding, "closed case", code),
    source,
    sourceDepartmentId: sourceDepartment === null ? null : departmentIdOf(seeding, sourceDepartment),
    receivedOn,
    lifeIssues,
    urgency,
    summary,
    person: personOn(receivedOn, file.person),
    isProtected: false,
  });
  const context = as(seeding, lead, clockAt(closedOn, "16:00"));
  const { version } = await getCase.execute(context, { caseId });
  await closeCase.execute(context, {
    requestId: requestOf(seeding, "closing", code),
    caseId,
    version,
    reason: file.closeReason,
    note: file.closeNote,
  });
};

/** What is due on the day of the demo, and whom the city has named to decide about it (D-19). */
export const seedRetention = async (seeding: Seeding): Promise<void> => {
  const { data, day, municipalityId, system } = seeding;
  const officer = data.start.retentionOfficer;
  if (officer !== undefined) {
    await nameRetentionOfficer.execute(as(seeding, administrator, clockAt(firstDayOf(data), "09:30")), {
      requestId: requestOf(seeding, "retention officer", officer),
      userId: idOf(seeding, "user", officer),
    });
  }
  for (const file of data.closedCases) await seedClosedCase(seeding, file);
  const actor = { kind: "worker", municipalityId, job: "retention.carry-out" } as const;
  const requestId = requestOf(seeding, "retention list");
  await findRetentionDue.execute({ ...system, clock: clockAt(day, "01:20"), actor }, { requestId });
};
