import { and, count, desc, eq, inArray, sql } from "@tsunagari/db";
import { person, supportCase } from "@tsunagari/db/schema";
import type { CivilDate } from "@tsunagari/domain";
import { ListCases } from "@tsunagari/domain/case";
import { asStaff, defineQuery, type Subject } from "../kernel/index.ts";
import { askMultiAgency } from "./multi-agency.ts";
import type { CaseRow } from "./store.ts";
import { loadPersonTexts, type KeyedScope } from "./persons.ts";
import { presentCaseHead } from "./present.ts";
import { findCaseIdsByName, loadAssignedCaseIds } from "./search.ts";
import { loadCaseTasks } from "./tasks.ts";

/** The person each case is about. A protected one's name is shown to the assigned team only (D-23). */
const presentRows = async (
  scope: KeyedScope & { readonly today: CivilDate },
  rows: readonly CaseRow[],
  assigned: ReadonlySet<string>,
) => {
  if (rows.length === 0) return [];
  const tasks = await loadCaseTasks(scope, rows, scope.today);
  const persons = await scope.tx
    .select({ id: person.id, caseId: person.caseId, isProtected: person.isProtected })
    .from(person)
    .where(
      and(
        eq(person.municipalityId, scope.municipalityId),
        inArray(
          person.caseId,
          rows.map((row) => row.id),
        ),
        eq(person.isSubject, true),
      ),
    );
  const named = persons.filter((one) => !one.isProtected || assigned.has(one.caseId));
  const texts = await loadPersonTexts(
    scope,
    named.map((one) => one.id),
    ["name", "kana"],
  );
  return rows.map((row) => {
    const subject = persons.find((one) => one.caseId === row.id);
    const text = subject === undefined ? undefined : texts.get(subject.id);
    return {
      ...presentCaseHead(row),
      isAssignedToMe: assigned.has(row.id),
      tasks: tasks.get(row.id) ?? [],
      person: subject
        ? {
            id: subject.id,
            isProtected: subject.isProtected,
            name: text?.get("name") ?? null,
            kana: text?.get("kana") ?? null,
          }
        : null,
    };
  });
};

/** The cases of the viewer, open ones first, the latest intake on top; by a part of a name where one is typed. */
export const listCases = defineQuery({
  action: "case.list",
  input: ListCases,
  run: async (step) => {
    const { tx, municipalityId, input, today } = step;
    const assigned = await loadAssignedCaseIds(step, { userId: asStaff(step.actor).userId, on: today });
    const found = input.name === null ? null : await findCaseIdsByName(step, input.name, assigned);
    const where = and(
      eq(supportCase.municipalityId, municipalityId),
      input.status === null ? undefined : eq(supportCase.status, input.status),
      input.lifeIssue === null ? undefined : sql`${input.lifeIssue} = any(${supportCase.lifeIssues})`,
      found === null ? undefined : found.length === 0 ? sql`false` : inArray(supportCase.id, [...found]),
    );
    const [total] = await tx.select({ cases: count() }).from(supportCase).where(where);
    const opening = step.may("case.open");
    const rows = await tx
      .select()
      .from(supportCase)
      .where(where)
      .orderBy(sql`${supportCase.status} = 'closed'`, desc(supportCase.receivedOn), desc(supportCase.number))
      .limit(input.pageSize)
      .offset((input.page - 1) * input.pageSize);
    return {
      total: total?.cases ?? 0,
      page: input.page,
      pageSize: input.pageSize,
      items: await presentRows(step, rows, assigned),
      abilities: { open: opening === true ? await askMultiAgency(step, today) : opening },
    };
  },
  reads: ({ value }): readonly Subject[] =>
    value.items.flatMap(({ id, person: shown }) =>
      shown === null || shown.name === null ? [] : [{ kind: "person", id: shown.id, caseId: id, personId: shown.id }],
    ),
});
