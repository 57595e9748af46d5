import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeCase } from "../case/close.ts";
import { answerOf, lastEntry, on, openWorld, requestId, takeIn, unknownId, type World } from "../case/test-world.ts";
import { askConsent, getConsentSheet, giveConsent, listConsents, refuseConsent, withdrawConsent } from "./index.ts";
import { addReceiver, consentForm, type Receiver } from "./test-stage.ts";

let world: World;
let supper: Receiver;
beforeAll(async () => {
  world = await openWorld();
  supper = await addReceiver(world, "藤山台みんなの食堂（架空）");
});
afterAll(() => world.close());

const newPerson = () => takeIn(world.people.coordinator, world.behind);
const give = (form: Parameters<typeof giveConsent.execute>[1]) => giveConsent.execute(world.people.coordinator, form);
const disclose = (personId: string) =>
  give(consentForm(personId, "partnerDisclosure", { organizationIds: [supper.organizationId] }));
const withdraw = (grantId: string) =>
  withdrawConsent.execute(world.people.coordinator, { requestId: requestId(), grantId });
const personOf = async (caseId: string) => {
  const [shown] = (await listConsents.execute(world.people.coordinator, { caseId })).persons;
  if (!shown) throw new Error("nobody is shown");
  return shown;
};
describe("recording consent (SM-02, D-02)", () => {
  it("goes from not asked over asked and refused to given, and stores each event", async () => {
    const { behind, people } = world;
    const { caseId, personId } = await newPerson();
    expect((await personOf(caseId)).states.support).toBe("notAsked");
    await askConsent.execute(people.coordinator, {
      requestId: requestId(),
      personId,
      purpose: "support",
      askedOn: "2026-05-10",
      note: "訪問時",
    });
    expect(await lastEntry(behind, "consent.ask")).toMatchObject({ kind: "command", subjects: ["person"] });
    const again = { requestId: requestId(), personId, purpose: "support" as const, askedOn: "2026-05-11" };
    expect(await answerOf(askConsent.execute(people.coordinator, again))).toBe("invalid_state consent.invalid_state");
    await refuseConsent.execute(people.coordinator, {
      requestId: requestId(),
      personId,
      purpose: "support",
      refusedOn: "2026-05-11",
    });
    expect(await lastEntry(behind, "consent.refuse")).toMatchObject({ kind: "command", subjects: ["person"] });
    expect((await personOf(caseId)).states.support).toBe("refused");
    await give(consentForm(personId, "support"));
    expect(await lastEntry(behind, "consent.give")).toMatchObject({ kind: "command", subjects: ["consent", "person"] });
    const shown = await personOf(caseId);
    expect(shown.states).toEqual({ support: "given", informationSharing: "notAsked", partnerDisclosure: "notAsked" });
    expect(shown.history.map((event) => event.kind)).toEqual(["asked", "refused", "asked", "given"]);
    expect(shown.history[0]).toMatchObject({ note: "訪問時", by: "架空 caseCoordinator", happenedOn: "2026-05-10" });
    expect(await lastEntry(behind, "consent.read")).toMatchObject({ kind: "reading", subjects: ["person"] });
  });

  it("keeps recipients, groups, period, form and representative, and nothing of them in clear", async () => {
    const { behind } = world;
    const { caseId, personId } = await newPerson();
    const { id } = await give(
      consentForm(personId, "partnerDisclosure", {
        organizationIds: [supper.organizationId],
        form: "oral",
        witness: "架空 証人",
        formNote: "自宅で読み上げて確かめた",
        givenBy: "legalRepresentative",
        representativeName: "架空 後見",
        representativeCapacity: "adultGuardian",
      }),
    );
    expect((await personOf(caseId)).grants).toMatchObject([
      {
        id,
        state: "given",
        recipients: [{ kind: "organization", id: supper.organizationId, name: "藤山台みんなの食堂（架空）" }],
        dataGroups: ["identity", "wishes"],
        givenOn: "2026-05-11",
        lastOn: "2027-05-10",
        form: "oral",
        witness: "架空 証人",
        formNote: "自宅で読み上げて確かめた",
        representative: { name: "架空 後見", capacity: "adultGuardian" },
        abilities: { narrow: true, withdraw: true },
      },
    ]);
    const [row] = await behind<{ text: string }[]>`select encode(representative_ciphertext || witness_ciphertext
        || oral_note_ciphertext, 'hex') as text from consent_grant where id = ${id}`;
    for (const plain of ["架空", "後見", "証人", "自宅"]) {
      expect(row?.text).not.toContain(Buffer.from(plain, "utf8").toString("hex"));
    }
  });

  it("expires by its date without any job", async () => {
    const { caseId, personId } = await newPerson();
    await give(consentForm(personId, "support", { lastOn: "2026-05-31" }));
    const stateOn = async (day: string) =>
      (await listConsents.execute(on(world.people.coordinator, day), { caseId })).persons[0]?.states.support;
    expect(await stateOn("2026-05-31")).toBe("given");
    expect(await stateOn("2026-06-01")).toBe("expired");
  });

  it("names recipients that are there, of this city only", async () => {
    const { personId } = await newPerson();
    const to = (departmentIds: string[]) =>
      answerOf(give(consentForm(personId, "informationSharing", { departmentIds })));
    expect(await to([world.otherCity.departments.section])).toBe("invalid_state consent.unknown_recipient");
    expect(await to([unknownId<"department">()])).toBe("invalid_state consent.unknown_recipient");
    expect(await to([world.city.departments.agency])).toBe("done");
    await expect(give(consentForm(personId, "support", { givenOn: "2026-05-13" }))).rejects.toMatchObject({
      details: { fields: [{ path: "givenOn", code: "out_of_range" }] },
    });
  });

  it("is hidden from everybody outside the case, and ends with the case but for withdrawal", async () => {
    const { people } = world;
    const { caseId, personId } = await newPerson();
    const { id: grantId } = await give(consentForm(personId, "support"));
    for (const who of ["colleague", "agent", "administrator", "otherSupervisor", "stranger"] as const) {
      const as = people[who];
      expect([who, await answerOf(listConsents.execute(as, { caseId }))]).toEqual([who, "not_found kernel.not_found"]);
      expect([who, await answerOf(getConsentSheet.execute(as, { personId }))]).toEqual([
        who,
        "not_found kernel.not_found",
      ]);
      expect([who, await answerOf(withdrawConsent.execute(as, { requestId: requestId(), grantId }))]).toEqual([
        who,
        "not_found kernel.not_found",
      ]);
      expect([who, await answerOf(giveConsent.execute(as, consentForm(personId, "support")))]).toEqual([
        who,
        "not_found kernel.not_found",
      ]);
    }
    await closeCase.execute(people.coordinator, { requestId: requestId(), caseId, version: 1, reason: "settled" });
    expect(await answerOf(give(consentForm(personId, "support")))).toBe("forbidden consent.case_closed");
    expect(await answerOf(withdrawConsent.execute(people.supervisor, { requestId: requestId(), grantId }))).toBe(
      "done",
    );
  });

  it("prints for the person what is in force, and logs the reading", async () => {
    const { behind, people } = world;
    const { personId } = await newPerson();
    const { id: ended } = await give(consentForm(personId, "support"));
    await withdraw(ended);
    const { id } = await disclose(personId);
    const sheet = await getConsentSheet.execute(people.coordinator, { personId });
    expect(sheet).toMatchObject({
      cityName: "春日井市",
      name: "架空 花子",
      kana: "かくう はなこ",
      printedOn: "2026-05-12",
    });
    expect(sheet.grants.map((grant) => grant.id)).toEqual([id]);
    expect(sheet.contacts).toEqual([{ name: "架空 caseCoordinator", departmentName: "地域共生推進課" }]);
    expect(await lastEntry(behind, "consent.read")).toMatchObject({ kind: "reading", subjects: ["person"] });
  });
});
