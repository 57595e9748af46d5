import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addMember } from "./add-member.ts";
import { closeCase } from "./close.ts";
import { getCase } from "./get.ts";
import { listCases } from "./list.ts";
import { openCase } from "./open.ts";
import { removeMember } from "./remove-member.ts";
import { answerOf, intake, lastEntry, on, openWorld, requestId, takeIn, type World } from "./test-world.ts";
import { updateIntake } from "./update-intake.ts";
import { updatePerson } from "./update-person.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const search = async (context: Parameters<typeof listCases.execute>[0], name: string) =>
  (await listCases.execute(context, { name })).items.map((item) => item.person?.name);

describe("taking a case in", () => {
  it("makes the case, its first assignment and the person in one command, and logs it", async () => {
    const { behind, people } = world;
    const { caseId, personId } = await takeIn(people.coordinator, behind);
    const shown = await getCase.execute(people.coordinator, { caseId });
    expect(shown).toMatchObject({
      status: "intake",
      summary: "母と二人で暮らし、十年ほど外に出ていない。",
      lifeIssues: ["eightyFifty", "isolation"],
      assignments: [{ userId: people.coordinator.actor.userId, duty: "lead", isInForce: true, lastOn: null }],
      members: [{ id: personId, relation: "self", isProtected: false }],
      history: [{ kind: "opened", by: "架空 caseCoordinator" }],
    });
    expect(shown.number).toMatch(/^R8-\d{4}$/u);
    expect(shown.members[0]?.data).toMatchObject({
      identity: { name: "架空 花子", kana: "かくう はなこ", birthOn: "1976-02-03", preferredName: "はなさん" },
      contact: { address: "架空町1-2-3", phone: "0568-00-0001", mail: null },
      wishes: { wishes: "週に一度、外に出たい。" },
    });
    expect(await lastEntry(behind, "case.open")).toEqual({
      kind: "command",
      user_id: people.coordinator.actor.userId,
      subjects: ["case", "person"],
    });
    expect(await lastEntry(behind, "case.read")).toMatchObject({ kind: "reading", subjects: ["case", "person"] });
  });

  it("takes the household in with it, each with a key and fields of their own", async () => {
    const { behind, people } = world;
    const mother = {
      relation: "parent" as const,
      isProtected: true,
      person: { identity: { name: "架空 母子" }, living: { involvedAgencies: "地域包括支援センター" } },
    };
    const { id: caseId } = await openCase.execute(people.coordinator, { ...intake(), members: [mother] });
    const { members, history } = await getCase.execute(people.coordinator, { caseId });
    expect(members).toMatchObject([
      { relation: "self", isProtected: false },
      { relation: "parent", isProtected: true, data: { living: { involvedAgencies: "地域包括支援センター" } } },
    ]);
    expect(history.map(({ kind }) => kind).toSorted()).toEqual(["opened", "protectionRaised"]);
    expect(await lastEntry(behind, "case.open")).toMatchObject({ subjects: ["case", "person", "person"] });
    expect(await search(people.coordinator, "母子")).toEqual(["架空 花子"]);
  });

  it("names the member whose birthday lies ahead", async () => {
    const { people } = world;
    const member = {
      relation: "child" as const,
      person: { identity: { name: "架空 子", birthOn: "2026-05-13" } },
    };
    const attempt = openCase.execute(people.coordinator, { ...intake(), members: [member] });
    await expect(attempt).rejects.toMatchObject({
      kind: "invalid_input",
      details: { fields: [{ path: "members.0.person.identity.birthOn", code: "out_of_range" }] },
    });
  });

  it("stores nothing about the person in clear", async () => {
    const { behind, people } = world;
    const { personId } = await takeIn(people.coordinator, behind);
    const rows = await behind<
      { ciphertext: Buffer }[]
    >`select ciphertext from person_field where person_id = ${personId}`;
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) {
      for (const plain of ["架空", "花子", "はな", "1976", "0568"]) {
        expect(row.ciphertext.includes(Buffer.from(plain, "utf8"))).toBe(false);
      }
    }
  });

  it("gives every case a number of its own, also when many are taken in at once", async () => {
    const { behind, people } = world;
    const opened = await Promise.all(Array.from({ length: 8 }, () => openCase.execute(people.coordinator, intake())));
    const rows = await behind<{ number: string }[]>`
      select number from support_case where id in ${behind(opened.map((one) => one.id))}`;
    expect(new Set(rows.map((row) => row.number)).size).toBe(8);
  });

  it("refuses a My Number in free text and names the field (D-22)", async () => {
    const form = intake();
    const failed = openCase.execute(world.people.coordinator, {
      ...form,
      person: { ...form.person, wishes: { wishes: "番号は123456789018です" } },
    });
    await expect(failed).rejects.toMatchObject({
      kind: "invalid_input",
      details: { fields: [{ path: "person.wishes.wishes", code: "my_number" }] },
    });
  });

  it("refuses a day to come, by its field", async () => {
    await expect(
      openCase.execute(world.people.coordinator, { ...intake(), receivedOn: "2026-05-13" }),
    ).rejects.toMatchObject({
      details: { fields: [{ path: "receivedOn", code: "out_of_range" }] },
    });
  });

  it("is for case workers", async () => {
    const { people } = world;
    expect(await answerOf(openCase.execute(people.administrator, intake()))).toBe("forbidden case.role_missing");
    expect(await answerOf(openCase.execute(people.agent, intake()))).toBe("forbidden case.role_missing");
  });
});

describe("changing a case", () => {
  it("refuses a stale version and leaves everything as it was", async () => {
    const { behind, people } = world;
    const { caseId, personId } = await takeIn(people.coordinator, behind);
    const change = (wishes: string) => ({
      requestId: requestId(),
      personId,
      version: 1,
      changes: { wishes: { wishes } },
    });
    await updatePerson.execute(people.coordinator, change("絵を習いたい"));
    expect(await answerOf(updatePerson.execute(people.coordinator, change("別の人が直した")))).toBe(
      "conflict kernel.stale_version",
    );
    const { requestId: _made, person: _person, ...fields } = intake();
    const form = { ...fields, requestId: requestId(), caseId, version: 7 };
    expect(await answerOf(updateIntake.execute(people.coordinator, form))).toBe("conflict kernel.stale_version");
    const shown = await getCase.execute(people.coordinator, { caseId });
    expect(shown.members[0]?.data.wishes.wishes).toBe("絵を習いたい");
    expect(shown.members[0]?.data.identity.name).toBe("架空 花子");
    await updateIntake.execute(people.coordinator, {
      ...form,
      requestId: requestId(),
      version: 1,
      summary: "直した概要",
    });
    expect((await getCase.execute(people.coordinator, { caseId })).summary).toBe("直した概要");
    expect(await lastEntry(behind, "case.updateIntake")).toMatchObject({ kind: "command", subjects: ["case"] });
  });

  it("empties a field without losing its row, which a packet may refer to", async () => {
    const { behind, people } = world;
    const { caseId, personId } = await takeIn(people.coordinator, behind);
    const fieldRow = () => behind`select id from person_field where person_id = ${personId} and field = 'phone'`;
    const before = await fieldRow();
    await updatePerson.execute(people.coordinator, {
      requestId: requestId(),
      personId,
      version: 1,
      changes: { contact: { address: "架空町9", phone: "" } },
    });
    const { members } = await getCase.execute(people.coordinator, { caseId });
    expect(members[0]?.data.contact).toEqual({ address: "架空町9", phone: null, mail: null });
    expect(await fieldRow()).toEqual(before);
  });

  it("adds and removes members; the person of the case stays", async () => {
    const { behind, people } = world;
    const { caseId, personId } = await takeIn(people.coordinator, behind);
    const add = (relation: "parent" | "self") => ({
      requestId: requestId(),
      caseId,
      relation,
      person: { identity: { name: "架空 菊", kana: "かくう きく" } },
    });
    expect(await answerOf(addMember.execute(people.coordinator, add("self")))).toBe("invalid_state case.second_self");
    const { id: mother } = await addMember.execute(people.coordinator, add("parent"));
    expect(await lastEntry(behind, "case.addMember")).toMatchObject({ kind: "command", subjects: ["person"] });
    const remove = (id: string) =>
      answerOf(
        removeMember.execute(people.coordinator, {
          requestId: requestId(),
          personId: id,
          version: 1,
          reason: "施設に移った",
        }),
      );
    expect(await remove(personId)).toBe("invalid_state case.main_person_stays");
    expect(await remove(mother)).toBe("done");
    expect(await lastEntry(behind, "case.removeMember")).toMatchObject({ kind: "command", subjects: ["person"] });
    expect(await remove(mother)).toBe("invalid_state case.member_left");
    const shown = await getCase.execute(people.coordinator, { caseId });
    expect(shown.members.map((one) => one.id)).toEqual([personId]);
    expect(shown.formerMembers).toMatchObject([{ id: mother, name: "架空 菊", relation: "parent" }]);
    expect((await search(people.coordinator, "菊")).length).toBe(0);
  });

  it("closes with a reason and is then only read", async () => {
    const { behind, people } = world;
    const { caseId, personId } = await takeIn(people.coordinator, behind);
    const later = on(people.coordinator, "2026-06-01");
    await closeCase.execute(later, { requestId: requestId(), caseId, version: 1, reason: "moved", note: "転出" });
    expect(await lastEntry(behind, "case.close")).toMatchObject({ kind: "command", subjects: ["case"] });
    const shown = await getCase.execute(later, { caseId });
    expect(shown).toMatchObject({ status: "closed", closeReason: "moved", closedOn: "2026-06-01" });
    expect(shown.abilities).toMatchObject({ updatePerson: "case.closed", close: "case.invalid_state", protect: true });
    const change = { requestId: requestId(), personId, version: 1, changes: { health: { healthSituation: "x" } } };
    expect(await answerOf(updatePerson.execute(later, change))).toBe("forbidden case.closed");
  });
});
