import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { giveConsent } from "../consent/index.ts";
import { assignCase } from "./assign.ts";
import { beginAssessment } from "./begin-assessment.ts";
import { closeCase } from "./close.ts";
import { getCase } from "./get.ts";
import { listCases } from "./list.ts";
import { listCaseTasks } from "./list-tasks.ts";
import { answerOf, on, openWorld, requestId, takeIn, today, type World } from "./test-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const share = async (personId: string, lastOn: string | null) =>
  giveConsent.execute(world.people.coordinator, {
    requestId: requestId(),
    personId,
    purpose: "informationSharing",
    departmentIds: [world.city.departments.agency],
    dataGroups: ["needs"],
    givenOn: today,
    lastOn,
    form: "written",
    givenBy: "person",
  });
const tasksOf = async (context: World["people"]["coordinator"], caseId: string) =>
  (await listCaseTasks.execute(context, { pageSize: 100 })).items.find((item) => item.id === caseId)?.tasks;

describe("what a case waits for", () => {
  it("is the guard that does not hold yet, then the move, then the next guard", async () => {
    const { behind, people } = world;
    const { caseId, personId } = await takeIn(people.coordinator, behind);
    expect(await tasksOf(people.coordinator, caseId)).toEqual([{ kind: "askConsent", on: null }]);
    await share(personId, null);
    expect(await tasksOf(people.coordinator, caseId)).toEqual([{ kind: "beginAssessment", on: null }]);
    await beginAssessment.execute(people.coordinator, { requestId: requestId(), caseId, version: 1 });
    expect((await getCase.execute(people.coordinator, { caseId })).tasks).toEqual([
      { kind: "beginPlanning", on: null },
    ]);
    await closeCase.execute(people.coordinator, { requestId: requestId(), caseId, version: 2, reason: "moved" });
    expect(await tasksOf(people.coordinator, caseId)).toBeUndefined();
  });

  it("names the last day of a consent thirty days ahead, not earlier", async () => {
    const { behind, people } = world;
    const { caseId, personId } = await takeIn(people.coordinator, behind);
    await share(personId, "2026-07-31");
    expect(await tasksOf(on(people.coordinator, "2026-06-30"), caseId)).toEqual([
      { kind: "beginAssessment", on: null },
    ]);
    const inTime = [
      { kind: "renewConsent", on: "2026-07-31" },
      { kind: "beginAssessment", on: null },
    ];
    expect(await tasksOf(on(people.coordinator, "2026-07-01"), caseId)).toEqual(inTime);
    const listed = await listCases.execute(on(people.coordinator, "2026-07-31"), { pageSize: 100 });
    expect(listed.items.find((item) => item.id === caseId)?.tasks).toEqual(inTime);
    expect(await tasksOf(on(people.coordinator, "2026-08-01"), caseId)).toEqual([{ kind: "askConsent", on: null }]);
  });

  it("stands on the own list only: not on a supervisor's, and on a colleague's from the assignment on", async () => {
    const { behind, people } = world;
    const { caseId } = await takeIn(people.coordinator, behind);
    expect(await tasksOf(people.supervisor, caseId)).toBeUndefined();
    expect(await tasksOf(people.colleague, caseId)).toBeUndefined();
    await assignCase.execute(people.coordinator, {
      requestId: requestId(),
      caseId,
      userId: people.colleague.actor.userId,
    });
    expect(await tasksOf(people.colleague, caseId)).toEqual([{ kind: "askConsent", on: null }]);
    expect(await answerOf(listCaseTasks.execute(people.administrator, {}))).toBe("forbidden case.role_missing");
  });

  it("names nobody, so that nothing is read of a person (D-36)", async () => {
    const { behind, people } = world;
    const { personId } = await takeIn(people.coordinator, behind);
    const count = async () => {
      const [row] = await behind<
        { n: number }[]
      >`select count(*)::int n from audit_subject where person_id = ${personId}`;
      return row?.n;
    };
    const before = await count();
    const { items } = await listCaseTasks.execute(people.coordinator, { pageSize: 100 });
    expect(JSON.stringify(items)).not.toContain("架空");
    expect(await count()).toBe(before);
  });
});
