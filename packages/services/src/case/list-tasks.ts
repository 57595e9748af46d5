import { and, eq, inArray, ne } from "@tsunagari/db";
import { supportCase } from "@tsunagari/db/schema";
import { byDate, caseUrgencies, ListCaseTasks, type CaseTask } from "@tsunagari/domain/case";
import { asStaff, defineQuery } from "../kernel/index.ts";
import { presentCaseHead } from "./present.ts";
import { loadAssignedCaseIds } from "./search.ts";
import { loadCaseTasks } from "./tasks.ts";

type Waiting = { readonly head: ReturnType<typeof presentCaseHead>; readonly tasks: readonly CaseTask[] };

const firstTask = ({ tasks }: Waiting): CaseTask => tasks[0] ?? { kind: "beginAssessment", on: null };

const byNeed = (a: Waiting, b: Waiting): number =>
  byDate(firstTask(a), firstTask(b)) ||
  caseUrgencies.indexOf(b.head.urgency) - caseUrgencies.indexOf(a.head.urgency) ||
  a.head.receivedOn.localeCompare(b.head.receivedOn);

/** The viewer's own open cases that wait for a step, the most pressing first. No name of a person stands here (D-36). */
export const listCaseTasks = defineQuery({
  action: "case.list",
  input: ListCaseTasks,
  run: async (step) => {
    const { tx, municipalityId, input, today } = step;
    const assigned = await loadAssignedCaseIds(step, { userId: asStaff(step.actor).userId, on: today });
    const rows =
      assigned.size === 0
        ? []
        : await tx
            .select()
            .from(supportCase)
            .where(
              and(
                eq(supportCase.municipalityId, municipalityId),
                ne(supportCase.status, "closed"),
                inArray(supportCase.id, [...assigned]),
              ),
            );
    const tasks = await loadCaseTasks(step, rows, today);
    const waiting = rows
      .map((row): Waiting => ({ head: presentCaseHead(row), tasks: tasks.get(row.id) ?? [] }))
      .filter((one) => one.tasks.length > 0)
      .toSorted(byNeed);
    const from = (input.page - 1) * input.pageSize;
    return {
      total: waiting.length,
      openCases: rows.length,
      page: input.page,
      pageSize: input.pageSize,
      items: waiting.slice(from, from + input.pageSize).map(({ head, tasks: own }) => ({
        id: head.id,
        number: head.number,
        status: head.status,
        lifeIssues: head.lifeIssues,
        urgency: head.urgency,
        receivedOn: head.receivedOn,
        tasks: own,
      })),
    };
  },
});
