import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { giveConsent, withdrawConsent } from "../consent/index.ts";
import { consentForm } from "../consent/test-stage.ts";
import { addMember } from "./add-member.ts";
import { beginAssessment } from "./begin-assessment.ts";
import { beginPlanning } from "./begin-planning.ts";
import { getCase } from "./get.ts";
import { answerOf, lastEntry, openWorld, requestId, takeIn, type World } from "./test-world.ts";
import { updatePerson } from "./update-person.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const share = (personId: string) =>
  giveConsent.execute(
    world.people.coordinator,
    consentForm(personId, "informationSharing", { departmentIds: [world.city.departments.agency] }),
  );
const begin = (caseId: string, version: number) =>
  answerOf(beginAssessment.execute(world.people.coordinator, { requestId: requestId(), caseId, version }));
const plan = (caseId: string) =>
  answerOf(beginPlanning.execute(world.people.coordinator, { requestId: requestId(), caseId, version: 2 }));

describe("the first steps of a case (SM-04)", () => {
  it("assessment begins with the person's consent, and not after its withdrawal", async () => {
    const { behind, people } = world;
    const { caseId, personId } = await takeIn(people.coordinator, behind);
    expect(await begin(caseId, 1)).toBe("forbidden case.consent_missing");
    const { id: grantId } = await share(personId);
    await withdrawConsent.execute(people.coordinator, { requestId: requestId(), grantId });
    expect(await begin(caseId, 1)).toBe("forbidden case.consent_missing");
    await share(personId);
    expect(await begin(caseId, 9)).toBe("conflict kernel.stale_version");
    expect(await begin(caseId, 1)).toBe("done");
    expect(await lastEntry(behind, "case.beginAssessment")).toMatchObject({ kind: "command", subjects: ["case"] });
  });

  it("planning waits for every member's agencies and every other adult's consent, and not for a child's", async () => {
    const { behind, people } = world;
    const { caseId, personId } = await takeIn(people.coordinator, behind);
    await share(personId);
    await begin(caseId, 1);
    const add = async (name: string, birthOn: string) => {
      const { id } = await addMember.execute(people.coordinator, {
        requestId: requestId(),
        caseId,
        relation: "otherRelative",
        person: { identity: { name, kana: "", birthOn } },
      });
      return id;
    };
    const list = (member: string) =>
      updatePerson.execute(people.coordinator, {
        requestId: requestId(),
        personId: member,
        version: 1,
        changes: { living: { involvedAgencies: "なし" } },
      });
    const [mother, child] = [await add("架空 菊", "1945-01-01"), await add("架空 芽", "2010-01-01")];
    expect(await plan(caseId)).toBe("forbidden case.member_agencies_missing");
    await list(mother);
    await list(child);
    expect(await plan(caseId)).toBe("forbidden case.member_consent_missing");
    expect((await getCase.execute(people.coordinator, { caseId })).abilities.beginPlanning).toBe(
      "case.member_consent_missing",
    );
    await share(mother);
    expect(await plan(caseId)).toBe("done");
    expect(await lastEntry(behind, "case.beginPlanning")).toMatchObject({ kind: "command", subjects: ["case"] });
    expect((await getCase.execute(people.coordinator, { caseId })).status).toBe("planning");
  });
});
