import { and, eq, sql } from "@tsunagari/db";
import { caseAssignment, department, supportCase } from "@tsunagari/db/schema";
import { fiscalYearOf, type CivilDate } from "@tsunagari/domain";
import { OpenCase, type CaseId, type OpenCase as OpenCaseInput } from "@tsunagari/domain/case";
import { asStaff, defineCommand, fail, newCaseKey, newId, sealText } from "../kernel/index.ts";
import type { Scope } from "./access.ts";
import { demandNotAfter } from "./dates.ts";
import { demandMultiAgency } from "./multi-agency.ts";
import { insertPerson, type KeyedScope } from "./persons.ts";
import { addCaseEvent, caseTextPlace } from "./store.ts";

/** `R8-0012`: fiscal year of the era 令和 and a serial of the city. */
const nextNumber = async ({ tx }: Scope, today: CivilDate): Promise<string> => {
  const prefix = `R${fiscalYearOf(today) - 2018}-`;
  const [row] = await tx.execute<{ serial: number }>(sql`select app.next_case_serial(${prefix}) as serial`);
  if (!row) throw new Error("the database gave no serial");
  return `${prefix}${String(row.serial).padStart(4, "0")}`;
};

/** Refuses a department that the city does not have, by the field it was chosen in. */
export const demandDepartment = async (
  { tx, municipalityId }: Scope,
  departmentId: string | null,
  path: string,
): Promise<void> => {
  if (departmentId === null) return;
  const [found] = await tx
    .select({ id: department.id })
    .from(department)
    .where(and(eq(department.municipalityId, municipalityId), eq(department.id, departmentId)));
  if (!found) fail("invalid_input", "kernel.invalid_input", { fields: [{ path, code: "not_a_choice" }] });
};

type Intake = { readonly id: CaseId; readonly input: OpenCaseInput; readonly today: CivilDate };

const insertCase = async (scope: KeyedScope, { id, input, today }: Intake): Promise<void> => {
  const { tx, keys, municipalityId } = scope;
  const { key, wrapped } = newCaseKey(keys, municipalityId, id);
  const place = caseTextPlace("support_case", { column: "summary_ciphertext", municipalityId, rowId: id });
  const { source, sourceDepartmentId, lifeIssues, urgency, receivedOn } = input;
  await tx.insert(supportCase).values({
    municipalityId,
    id,
    number: await nextNumber(scope, today),
    status: "intake",
    source,
    sourceDepartmentId,
    lifeIssues,
    urgency,
    receivedOn,
    openedOn: today,
    wrappedKey: wrapped,
    summaryCiphertext: sealText(key, input.summary, place),
  });
};

/** Takes a case in; who does so is its first assignee, in the same command (D-33). */
export const openCase = defineCommand({
  action: "case.open",
  input: OpenCase,
  run: async (step) => {
    const { tx, municipalityId, input, now, today } = step;
    const { userId } = asStaff(step.actor);
    const { person, isProtected, receivedOn } = input;
    await demandMultiAgency(step, today);
    demandNotAfter(today, {
      receivedOn,
      "person.identity.birthOn": person.identity.birthOn,
      ...Object.fromEntries(
        input.members.map((member, index) => [
          `members.${index}.person.identity.birthOn`,
          member.person.identity.birthOn,
        ]),
      ),
    });
    await demandDepartment(step, input.sourceDepartmentId, "sourceDepartmentId");
    const id = newId<"case">();
    await insertCase(step, { id, input, today });
    const assignmentId = newId<"caseAssignment">();
    await tx
      .insert(caseAssignment)
      .values({ municipalityId, id: assignmentId, caseId: id, userId, role: "lead", sinceOn: today });
    const personId = await insertPerson(step, {
      caseId: id,
      relation: "self",
      isProtected,
      sortOrder: 0,
      data: person,
    });
    const memberIds: string[] = [];
    for (const [index, { person: data, ...member }] of input.members.entries()) {
      memberIds.push(await insertPerson(step, { caseId: id, ...member, sortOrder: index + 1, data }));
    }
    await addCaseEvent(step, { caseId: id, kind: "opened", userId, at: now });
    for (const one of [{ isProtected }, ...input.members]) {
      if (one.isProtected) await addCaseEvent(step, { caseId: id, kind: "protectionRaised", userId, at: now });
    }
    const persons = [personId, ...memberIds].map((one) => ({ kind: "person", id: one, caseId: id, personId: one }));
    return { id, subjects: [{ kind: "case", id, caseId: id }, ...persons] };
  },
});
