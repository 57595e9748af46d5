import { addMonths, type CivilDate } from "@tsunagari/domain";
import { addMember, assignCase, beginAssessment, beginPlanning, getCase, openCase } from "@tsunagari/services/case";
import { askConsent, giveConsent } from "@tsunagari/services/consent";
import type { CaseFile, PersonFile } from "./cases-file.ts";
import { clockAt, workdayBefore } from "./moment.ts";
import { as, departmentIdOf, forEachOf, idOf, note, requestOf, type Seeding } from "./seeding.ts";

/** How people are called in the demo's data: the person of a case by its code, others with their number. */
const personCode = (code: string, member: number): string => `${code} ${member}`;

type When = { readonly daysAgo: number; readonly time?: string };

/** The coordinator of a case at work. */
const at = (seeding: Seeding, file: CaseFile, { daysAgo, time = "10:00" }: When) =>
  as(seeding, file.lead, clockAt(workdayBefore(seeding.day, daysAgo), time));

/** A person as the form takes one in; the birthday lies some months back. */
export const personOn = (day: CivilDate, { identity: { age, ...identity }, ...groups }: PersonFile) => ({
  ...groups,
  identity: { ...identity, birthOn: age === null ? null : addMonths(day, -12 * age - 5) },
});

const takeIn = async (seeding: Seeding, file: CaseFile): Promise<void> => {
  const { code, receivedDaysAgo, source, sourceDepartment, lifeIssues, urgency, summary, person, isProtected } = file;
  const context = at(seeding, file, { daysAgo: receivedDaysAgo });
  const { id } = await openCase.execute(context, {
    requestId: requestOf(seeding, "case", code),
    source,
    sourceDepartmentId: sourceDepartment === null ? null : departmentIdOf(seeding, sourceDepartment),
    receivedOn: workdayBefore(seeding.day, receivedDaysAgo),
    lifeIssues,
    urgency,
    summary,
    person: personOn(seeding.day, person),
    isProtected,
  });
  note(seeding, "case", { code, id });
  const { members } = await getCase.execute(context, { caseId: id });
  note(seeding, "person", { code, id: members.find((member) => member.isSubject)?.id ?? "" });
};

const gatherHousehold = async (seeding: Seeding, file: CaseFile, caseId: string): Promise<void> => {
  const context = at(seeding, file, { daysAgo: file.receivedDaysAgo, time: "11:00" });
  for (const [index, { relation, person, isProtected }] of file.members.entries()) {
    const { id } = await addMember.execute(context, {
      requestId: requestOf(seeding, "member", personCode(file.code, index)),
      caseId,
      relation,
      person: personOn(seeding.day, person),
      isProtected,
    });
    note(seeding, "person", { code: personCode(file.code, index), id });
  }
  for (const colleague of file.team) {
    await assignCase.execute(context, {
      requestId: requestOf(seeding, "assignment", file.code, colleague),
      caseId,
      userId: idOf(seeding, "user", colleague),
      duty: "team",
    });
  }
};

const givesSharing = (seeding: Seeding, file: CaseFile, sharing: NonNullable<CaseFile["sharing"]>) => ({
  departmentIds: sharing.departments.map((department) => departmentIdOf(seeding, department)),
  dataGroups: sharing.dataGroups,
  form: sharing.form,
  witness: sharing.witness,
  givenBy: "person" as const,
  formNote: null,
  representativeName: null,
  representativeCapacity: null,
  organizationIds: [],
  lastOn: null,
});

const agree = async (seeding: Seeding, file: CaseFile, sharing: NonNullable<CaseFile["sharing"]>): Promise<void> => {
  const askedOn = workdayBefore(seeding.day, file.receivedDaysAgo - 1);
  const personId = idOf(seeding, "person", file.code);
  await askConsent.execute(at(seeding, file, { daysAgo: file.receivedDaysAgo - 1 }), {
    requestId: requestOf(seeding, "asking", file.code),
    personId,
    purpose: "informationSharing",
    askedOn,
    note: "説明の用紙を一緒に読み、持ち帰って考えていただく。",
  });
  const people = [
    { code: file.code, daysAgo: sharing.daysAgo },
    ...file.members.flatMap(({ sharingDaysAgo: daysAgo }, index) =>
      daysAgo === null ? [] : [{ code: personCode(file.code, index), daysAgo }],
    ),
  ];
  for (const { code, daysAgo } of people) {
    const context = at(seeding, file, { daysAgo });
    const terms = { ...givesSharing(seeding, file, sharing), givenOn: workdayBefore(seeding.day, daysAgo) };
    const of = idOf(seeding, "person", code);
    const shared = { ...terms, purpose: "informationSharing" as const, personId: of };
    await giveConsent.execute(context, { requestId: requestOf(seeding, "sharing", code), ...shared });
    if (code !== file.code) continue;
    const supported = { ...terms, purpose: "support" as const, personId: of, departmentIds: [], dataGroups: [] };
    await giveConsent.execute(context, { requestId: requestOf(seeding, "support", code), ...supported });
  }
};

const move = async (seeding: Seeding, file: CaseFile, caseId: string): Promise<void> => {
  if (file.sharing === null || file.status === "intake") return;
  const assessed = at(seeding, file, { daysAgo: file.sharing.daysAgo - 1, time: "13:00" });
  const { version } = await getCase.execute(assessed, { caseId });
  await beginAssessment.execute(assessed, { requestId: requestOf(seeding, "assessment", file.code), caseId, version });
  if (file.status === "assessing") return;
  const planned = at(seeding, file, { daysAgo: file.sharing.daysAgo - 5, time: "13:00" });
  const { version: next } = await getCase.execute(planned, { caseId });
  await beginPlanning.execute(planned, { requestId: requestOf(seeding, "planning", file.code), caseId, version: next });
};

/** The cases up to their planning, with the consents among departments; their numbers follow the days of taking in. */
export const seedCases = async (seeding: Seeding): Promise<void> => {
  const files = seeding.data.cases.toSorted((one, other) => other.receivedDaysAgo - one.receivedDaysAgo);
  for (const file of files) await takeIn(seeding, file);
  await forEachOf(files, async (file) => {
    const caseId = idOf(seeding, "case", file.code);
    await gatherHousehold(seeding, file, caseId);
    if (file.sharing) await agree(seeding, file, file.sharing);
    await move(seeding, file, caseId);
  });
};
