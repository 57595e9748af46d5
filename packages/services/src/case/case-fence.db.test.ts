import { sql } from "@tsunagari/db";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assignCase } from "./assign.ts";
import { getCase } from "./get.ts";
import { listAssignable } from "./list-assignable.ts";
import { listCases } from "./list.ts";
import { protectPerson } from "./protect-person.ts";
import { answerOf, intake, lastEntry, openWorld, requestId, takeIn, unknownId, type World } from "./test-world.ts";
import { unassignCase } from "./unassign.ts";
import { unprotectPerson } from "./unprotect-person.ts";
import { updatePerson } from "./update-person.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const search = async (context: Parameters<typeof listCases.execute>[0], name: string) =>
  (await listCases.execute(context, { name })).items.map((item) => item.person?.name);

describe("the case fence (D-33)", () => {
  it("hides a case from everybody but its team and the supervisor of its department", async () => {
    const { behind, people } = world;
    const { caseId, personId } = await takeIn(people.coordinator, behind, intake("架空 松子", "かくう まつこ"));
    for (const who of ["colleague", "agent", "otherSupervisor", "administrator", "stranger"] as const) {
      const as = people[who];
      expect([who, await answerOf(getCase.execute(as, { caseId }))]).toEqual([who, "not_found kernel.not_found"]);
      expect([who, await answerOf(protectPerson.execute(as, { requestId: requestId(), personId }))]).toEqual([
        who,
        "not_found kernel.not_found",
      ]);
    }
    expect((await getCase.execute(people.supervisor, { caseId })).id).toBe(caseId);
    expect(await search(people.colleague, "松子")).toEqual([]);
    expect(await search(people.stranger, "松子")).toEqual([]);
    expect(await search(people.supervisor, "松子")).toEqual(["架空 松子"]);
    expect(await answerOf(getCase.execute(people.coordinator, { caseId: unknownId<"case">() }))).toBe(
      "not_found kernel.not_found",
    );
  });

  it("opens with an assignment and closes with its end", async () => {
    const { behind, people } = world;
    const { caseId, personId } = await takeIn(people.coordinator, behind);
    const { id: assignmentId } = await assignCase.execute(people.coordinator, {
      requestId: requestId(),
      caseId,
      userId: people.agent.actor.userId,
    });
    expect(await lastEntry(behind, "case.assign")).toMatchObject({ kind: "command", subjects: ["case", "user"] });
    const seen = await getCase.execute(people.agent, { caseId });
    expect(seen.abilities).toMatchObject({ updatePerson: "case.role_missing", protect: true });
    const change = { requestId: requestId(), personId, version: 1, changes: { cautions: { cautions: "大きな音" } } };
    expect(await answerOf(updatePerson.execute(people.agent, change))).toBe("forbidden case.role_missing");
    await unassignCase.execute(people.coordinator, { requestId: requestId(), assignmentId });
    expect(await lastEntry(behind, "case.unassign")).toMatchObject({ kind: "command", subjects: ["case", "user"] });
    expect(await answerOf(getCase.execute(people.agent, { caseId }))).toBe("not_found kernel.not_found");
    expect(await answerOf(unassignCase.execute(people.coordinator, { requestId: requestId(), assignmentId }))).toBe(
      "invalid_state case.assignment_ended",
    );
  });

  it("keeps a last assignee, and gives a case only to who may work on cases", async () => {
    const { behind, people } = world;
    const { caseId } = await takeIn(people.coordinator, behind);
    const { assignments } = await getCase.execute(people.coordinator, { caseId });
    const own = assignments[0]?.id ?? "";
    expect(assignments[0]?.abilities).toEqual({ unassign: "case.last_assignee" });
    expect(
      await answerOf(unassignCase.execute(people.coordinator, { requestId: requestId(), assignmentId: own })),
    ).toBe("invalid_state case.last_assignee");
    const assign = (userId: string) =>
      answerOf(assignCase.execute(people.coordinator, { requestId: requestId(), caseId, userId }));
    expect(await assign(people.administrator.actor.userId)).toBe("invalid_state case.assignee_without_role");
    expect(await assign(people.stranger.actor.userId)).toBe("invalid_state case.unknown_assignee");
    expect(await assign(people.coordinator.actor.userId)).toBe("invalid_state case.already_assigned");
    const offered = await listAssignable.execute(people.coordinator, { caseId });
    expect(offered.map((one) => one.userId).toSorted()).toEqual(
      [people.coordinator, people.colleague, people.agent].map((one) => one.actor.userId).toSorted(),
    );
  });

  it("who leaves the team by his own hand sees nothing more, and the command is done once", async () => {
    const { behind, people } = world;
    const { caseId } = await takeIn(people.coordinator, behind);
    await assignCase.execute(people.coordinator, {
      requestId: requestId(),
      caseId,
      userId: people.colleague.actor.userId,
    });
    const { assignments } = await getCase.execute(people.colleague, { caseId });
    const own = assignments.find((one) => one.userId === people.colleague.actor.userId)?.id ?? "";
    const leave = { requestId: requestId(), assignmentId: own };
    expect((await unassignCase.execute(people.colleague, leave)).id).toBe(own);
    expect((await unassignCase.execute(people.colleague, leave)).id).toBe(own);
    expect(await answerOf(getCase.execute(people.colleague, { caseId }))).toBe("not_found kernel.not_found");
  });
});

describe("finding by name (D-24, D-35)", () => {
  it("finds one's own people by one and by two characters, by reading and by variant, and logs whom it showed", async () => {
    const { behind, people } = world;
    const { personId } = await takeIn(people.coordinator, behind, intake("髙橋 鷹子", "たかはし たかこ"));
    for (const typed of ["鷹", "鷹子", "高橋", "タカハシ", "ﾀｶｺ", "髙橋　鷹子"]) {
      expect([typed, await search(people.coordinator, typed)]).toEqual([typed, ["髙橋 鷹子"]]);
    }
    expect(await search(people.coordinator, "橋鷹橋")).toEqual([]);
    const [read] = await behind`select s.person_id from audit_entry e join audit_subject s on s.audit_id = e.id
      where e.action = 'case.list' and s.person_id = ${personId} limit 1`;
    expect(read).toBeDefined();
  });

  it("follows a changed name at once", async () => {
    const { behind, people } = world;
    const { personId } = await takeIn(people.coordinator, behind, intake("架空 旧姓子", ""));
    await updatePerson.execute(people.coordinator, {
      requestId: requestId(),
      personId,
      version: 1,
      changes: { identity: { name: "架空 新姓子" } },
    });
    expect(await search(people.coordinator, "旧姓")).toEqual([]);
    expect(await search(people.coordinator, "新姓")).toEqual(["架空 新姓子"]);
    expect(await lastEntry(behind, "case.updatePerson")).toMatchObject({ kind: "command", subjects: ["person"] });
  });

  it("shows a protected person to the assigned team alone (D-23)", async () => {
    const { behind, people } = world;
    const { caseId } = await takeIn(people.coordinator, behind, {
      ...intake("架空 秘子", "かくう ひめこ"),
      isProtected: true,
    });
    expect(await search(people.coordinator, "秘")).toEqual(["架空 秘子"]);
    expect(await search(people.supervisor, "秘")).toEqual([]);
    const listed = await listCases.execute(people.supervisor, { pageSize: 100 });
    expect(listed.items.find((item) => item.id === caseId)?.person).toMatchObject({ isProtected: true, name: null });
  });
});

describe("protection (D-23)", () => {
  it("is raised at once by the team and lowered by a supervisor with a reason", async () => {
    const { behind, people } = world;
    const { caseId, personId } = await takeIn(people.coordinator, behind);
    await protectPerson.execute(people.coordinator, { requestId: requestId(), personId });
    expect(await lastEntry(behind, "case.protect")).toMatchObject({ kind: "command", subjects: ["person"] });
    const lower = { personId, version: 2, reason: "避難が終わり、本人が望んだ" };
    expect(await answerOf(unprotectPerson.execute(people.coordinator, { requestId: requestId(), ...lower }))).toBe(
      "forbidden case.supervisor_only",
    );
    expect(
      await answerOf(unprotectPerson.execute(people.supervisor, { requestId: requestId(), ...lower, version: 1 })),
    ).toBe("conflict kernel.stale_version");
    await unprotectPerson.execute(people.supervisor, { requestId: requestId(), ...lower });
    const { members, history } = await getCase.execute(people.coordinator, { caseId });
    expect(members[0]).toMatchObject({ isProtected: false, version: 3 });
    expect(history[0]).toMatchObject({ kind: "protectionLowered", note: "避難が終わり、本人が望んだ" });
  });

  it("is not lowered by the team even past the program", async () => {
    const { behind, city, people, system } = world;
    const { personId } = await takeIn(people.coordinator, behind, { ...intake(), isProtected: true });
    const settings = {
      role: "tsunagari_staff" as const,
      municipalityId: city.id,
      userId: people.coordinator.actor.userId,
    };
    const attempt = system.db.asActor(settings, (tx) =>
      tx.execute(sql`update person set is_protected = false where id = ${personId}::uuid`),
    );
    await expect(attempt).rejects.toMatchObject({ cause: { code: "42501" } });
  });
});
