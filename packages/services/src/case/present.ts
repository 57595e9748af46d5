import { and, asc, eq, inArray, refersTo } from "@tsunagari/db";
import { caseAssignment, caseEvent, department, organization, referral } from "@tsunagari/db/schema";
import { civilDateOf, isInForce, lastDayOf, type CivilDate } from "@tsunagari/domain";
import {
  caseCloseReasons,
  caseDuties,
  caseEventKinds,
  caseSources,
  caseUrgencies,
  lifeIssues,
  memberRelations,
} from "@tsunagari/domain/case";
import { openReferralStatuses } from "@tsunagari/domain/referral";
import { findCaseKey, literalOf, openText } from "../kernel/index.ts";
import { departmentNameToday } from "../municipality/index.ts";
import { loadPersonTexts, presentPersonData, type KeyedScope } from "./persons.ts";
import { loadStaffNames } from "./staff-names.ts";
import { caseTextPlace, listPersons, statusOf, type CaseRow } from "./store.ts";

const dateOrNull = (text: string | null): CivilDate | null => (text === null ? null : civilDateOf(text));

/** What every list and page shows of a case itself, without anything about a person. */
export const presentCaseHead = (row: CaseRow) => ({
  id: row.id,
  number: row.number,
  status: statusOf(row.status),
  source: literalOf(caseSources, row.source),
  lifeIssues: row.lifeIssues.map((issue) => literalOf(lifeIssues, issue)),
  urgency: literalOf(caseUrgencies, row.urgency),
  receivedOn: civilDateOf(row.receivedOn),
  openedOn: civilDateOf(row.openedOn),
  closedOn: dateOrNull(row.closedOn),
  closeReason: row.closeReason === null ? null : literalOf(caseCloseReasons, row.closeReason),
  /** When its texts and its persons' were destroyed (D-19). */
  erasedAt: row.erasedAt,
  version: row.version,
});

/** The household: present members with all their fields, those who left with their names. */
export const presentHousehold = async (scope: KeyedScope, caseId: string) => {
  const rows = await listPersons(scope, caseId);
  const texts = await loadPersonTexts(
    scope,
    rows.map((row) => row.id),
  );
  const shown = rows.map((row) => ({
    row,
    head: { id: row.id, relation: literalOf(memberRelations, row.relation), isSubject: row.isSubject },
    data: presentPersonData(texts.get(row.id) ?? new Map()),
  }));
  return {
    members: shown
      .filter(({ row }) => !row.isRemoved)
      .map(({ row, head, data }) => ({ ...head, isProtected: row.isProtected, version: row.version, data })),
    formerMembers: shown
      .filter(({ row }) => row.isRemoved)
      .map(({ head, data }) => ({ ...head, name: data.identity.name })),
  };
};

/** Who has and had a duty on the case. */
export const presentAssignments = async (scope: KeyedScope, caseId: string, today: CivilDate) => {
  const rows = await scope.tx
    .select()
    .from(caseAssignment)
    .where(and(eq(caseAssignment.municipalityId, scope.municipalityId), eq(caseAssignment.caseId, caseId)))
    .orderBy(asc(caseAssignment.sinceOn), asc(caseAssignment.id));
  const names = await loadStaffNames(
    scope,
    rows.map((row) => row.userId),
  );
  return rows.map((row) => {
    const [sinceOn, untilOn] = [civilDateOf(row.sinceOn), dateOrNull(row.untilOn)];
    return {
      id: row.id,
      userId: row.userId,
      name: names.get(row.userId)?.name ?? null,
      departmentName: names.get(row.userId)?.departmentName ?? null,
      duty: literalOf(caseDuties, row.role),
      sinceOn,
      lastOn: untilOn === null ? null : lastDayOf(untilOn),
      isInForce: isInForce({ sinceOn, untilOn }, today),
    };
  });
};

/** What happened on the case, newest first. */
export const presentHistory = async (scope: KeyedScope, row: CaseRow) => {
  const { tx, keys, municipalityId } = scope;
  const events = await tx
    .select()
    .from(caseEvent)
    .where(and(eq(caseEvent.municipalityId, municipalityId), eq(caseEvent.caseId, row.id)))
    .orderBy(asc(caseEvent.at), asc(caseEvent.id));
  const names = await loadStaffNames(
    scope,
    events.flatMap((event) => event.userId ?? []),
  );
  const key = findCaseKey(keys, row);
  return events.toReversed().map((event) => ({
    id: event.id,
    kind: literalOf(caseEventKinds, event.kind),
    at: event.at,
    by: event.userId === null ? null : (names.get(event.userId)?.name ?? null),
    note:
      key &&
      event.noteCiphertext &&
      openText(
        key,
        event.noteCiphertext,
        caseTextPlace("case_event", { column: "note_ciphertext", municipalityId, rowId: event.id }),
      ),
  }));
};

/** The summary of the intake, in clear; null once its key was destroyed. */
export const presentSummary = ({ keys, municipalityId }: KeyedScope, row: CaseRow): string | null => {
  const key = findCaseKey(keys, row);
  return (
    key &&
    openText(
      key,
      row.summaryCiphertext,
      caseTextPlace("support_case", { column: "summary_ciphertext", municipalityId, rowId: row.id }),
    )
  );
};

/** The name of a department of the city. */
export const loadDepartmentName = async (scope: KeyedScope, departmentId: string | null): Promise<string | null> => {
  if (departmentId === null) return null;
  const [row] = await scope.tx
    .select({ name: departmentNameToday })
    .from(department)
    .where(and(eq(department.municipalityId, scope.municipalityId), eq(department.id, departmentId)));
  return row?.name ?? null;
};

/** Names of the organizations that hold an open referral of the case: the readers outside the city's own team. */
export const loadReceivers = async ({ tx, municipalityId }: KeyedScope, caseId: string): Promise<readonly string[]> => {
  const rows = await tx
    .selectDistinct({ name: organization.name })
    .from(referral)
    .innerJoin(organization, refersTo(referral, "organizationId", organization))
    .where(
      and(
        eq(referral.municipalityId, municipalityId),
        eq(referral.caseId, caseId),
        inArray(referral.status, [...openReferralStatuses]),
      ),
    )
    .orderBy(asc(organization.name));
  return rows.map((row) => row.name);
};
