import { sql } from "@tsunagari/db";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assignCase, getCase, updatePerson } from "../case/index.ts";
import { answerOf, lastEntry, on, openWorld, requestId, secondsAfter, takeIn, type World } from "../case/test-world.ts";
import { giveConsent } from "../consent/index.ts";
import { addReceiver, consentForm, draftReferral, openGate, send } from "../consent/test-stage.ts";
import { getReceivedReferral } from "../referral/index.ts";
import { getAccessSheet, listCaseAccess, listPersonAccess } from "./index.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await openGate(world);
});
afterAll(() => world.close());

const later = (seconds: number) => ({ ...world.people.coordinator, clock: secondsAfter(seconds) });

describe("「この人の情報を見た人」 (D-36)", () => {
  it("names who, when, for which body and what, of staff and of the partner who read the packet", async () => {
    const { behind, people } = world;
    const { caseId, personId } = await takeIn(people.coordinator, behind);
    await getCase.execute(later(10), { caseId });
    await updatePerson.execute(later(20), {
      requestId: requestId(),
      personId,
      version: 1,
      changes: { cautions: { cautions: "大きな音が苦手" } },
    });
    const receiver = await addReceiver(world, "藤山台みんなの食堂（架空）");
    const form = consentForm(personId, "partnerDisclosure", { organizationIds: [receiver.organizationId] });
    const { id: consentGrantId } = await giveConsent.execute(later(30), form);
    const referralId = await draftReferral(later(40), { caseId, personId, consentGrantId, receiver });
    await send(later(50), referralId);
    await getReceivedReferral.execute({ ...receiver.receiver, clock: secondsAfter(60) }, { referralId });
    const { items, total } = await listPersonAccess.execute(later(70), { personId, pageSize: 100 });
    expect(total).toBe(items.length);
    expect(items[0]).toMatchObject({
      kind: "reading",
      actorKind: "partner",
      by: "架空 受子",
      belongsTo: "藤山台みんなの食堂（架空）",
      at: new Date(secondsAfter(60)),
    });
    const told = items.map((item) => `${item.kind} ${item.action} ${item.belongsTo ?? ""}`);
    for (const entry of [
      "command case.open 地域共生推進課",
      "reading case.read 地域共生推進課",
      "command case.updatePerson 地域共生推進課",
      "command consent.give 地域共生推進課",
      "command referral.send 地域共生推進課",
    ]) {
      expect(told).toContain(entry);
    }
    expect(JSON.stringify(items)).not.toContain("大きな音");
    expect(await lastEntry(behind, "audit.read")).toMatchObject({ kind: "reading", subjects: ["person"] });
    const ofCase = await listCaseAccess.execute(later(80), { caseId, pageSize: 100 });
    expect(ofCase.items.map((item) => item.id)).toEqual(expect.arrayContaining(items.map((item) => item.id)));
  });

  it("tells of one person what concerns that person", async () => {
    const { behind, people } = world;
    const [one, two] = [await takeIn(people.coordinator, behind), await takeIn(people.coordinator, behind)];
    await getCase.execute(people.coordinator, { caseId: two.caseId });
    const { items } = await listPersonAccess.execute(people.coordinator, { personId: one.personId });
    expect(items.map((item) => item.action)).toEqual(["case.open"]);
  });

  it("is read inside the case fence, and nowhere else", async () => {
    const { behind, people } = world;
    const { caseId, personId } = await takeIn(people.coordinator, behind);
    for (const who of ["colleague", "agent", "administrator", "otherSupervisor", "stranger"] as const) {
      for (const asked of [
        () => listPersonAccess.execute(people[who], { personId }),
        () => getAccessSheet.execute(people[who], { personId }),
        () => listCaseAccess.execute(people[who], { caseId }),
      ]) {
        expect([who, await answerOf(asked())]).toEqual([who, "not_found kernel.not_found"]);
      }
    }
    expect(await answerOf(listPersonAccess.execute(people.supervisor, { personId }))).toBe("done");
    await assignCase.execute(people.coordinator, { requestId: requestId(), caseId, userId: people.agent.actor.userId });
    expect(await answerOf(getAccessSheet.execute(people.agent, { personId }))).toBe("done");
  });

  it("gives no entries of other cases to whoever reads past the program", async () => {
    const { behind, city, people, system } = world;
    const { caseId } = await takeIn(people.coordinator, behind);
    const entriesFor = async (userId: string) => {
      const settings = {
        role: "tsunagari_staff" as const,
        municipalityId: city.id,
        userId,
        clock: system.clock ?? null,
      };
      const rows = await system.db.asActor(settings, (tx) =>
        tx.execute(
          sql`select e.id from audit_entry e join audit_subject s on s.audit_id = e.id where s.case_id = ${caseId}::uuid`,
        ),
      );
      return [...rows].length;
    };
    expect(await entriesFor(people.coordinator.actor.userId)).toBeGreaterThan(0);
    expect(await entriesFor(people.colleague.actor.userId)).toBe(0);
    expect(await entriesFor(people.administrator.actor.userId)).toBe(0);
  });

  it("is limited to a period, both days included, and printed with the name", async () => {
    const { behind, people } = world;
    const { caseId, personId } = await takeIn(people.coordinator, behind);
    await getCase.execute(on(people.coordinator, "2026-05-20"), { caseId });
    const actionsIn = async (fromOn: string, toOn: string) =>
      (await getAccessSheet.execute(on(people.coordinator, "2026-06-01"), { personId, fromOn, toOn })).items.map(
        (item) => item.action,
      );
    expect(await actionsIn("2026-05-20", "2026-05-20")).toEqual(["case.read"]);
    expect(await actionsIn("2026-05-13", "2026-05-19")).toEqual([]);
    expect(await actionsIn("2026-05-12", "2026-05-20")).toEqual(["case.read", "case.open"]);
    const sheet = await getAccessSheet.execute(on(people.coordinator, "2026-06-01"), { personId });
    expect(sheet).toMatchObject({ name: "架空 花子", printedOn: "2026-06-01" });
  });

  it("cannot be changed or deleted by any role of the program", async () => {
    const { city, people, system } = world;
    const settings = {
      role: "tsunagari_staff" as const,
      municipalityId: city.id,
      userId: people.coordinator.actor.userId,
    };
    for (const attempt of [
      sql`update audit_entry set action = 'x'`,
      sql`delete from audit_entry`,
      sql`delete from audit_subject`,
    ]) {
      await expect(system.db.asActor(settings, (tx) => tx.execute(attempt))).rejects.toMatchObject({
        cause: { code: "42501" },
      });
    }
  });
});
