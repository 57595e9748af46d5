import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerOf, requestId } from "../identity/test-city.ts";
import {
  addBodyMember,
  addMeetingBody,
  addPlan,
  changeMeetingBody,
  changePlan,
  changeSetting,
  endBodyMember,
  endMeetingBody,
  listChanges,
  listMeetingBodies,
  listPlans,
  renameMeetingBody,
} from "./index.ts";
import { lastChange, openStructure, refusalsOf, refused, type Structure } from "./test-structure.ts";

let world: Structure;
beforeAll(async () => {
  world = await openStructure();
});
afterAll(() => world.close());

const frequency = { kind: "asNeeded" as const };

describe("meeting bodies", () => {
  const bodyOn = async (id: string, on: string) =>
    (await listMeetingBodies.execute(world.officer, { on })).bodies.find((body) => body.id === id);

  it("have the name and the seats of the day, and count their sides", async () => {
    const id = world.idOf("meetingBody", "suishin");
    expect(await bodyOn(id, "2024-03-31")).toMatchObject({ name: "推進会議" });
    expect(await bodyOn(id, "2026-03-31")).toMatchObject({
      name: "包括的支援推進会議",
      frequency: { kind: "timesPerYear", times: 2 },
      figures: { members: 3, sides: { administrative: 2, agency: 1 }, divisions: 1 },
    });
    expect(await bodyOn(id, "2026-04-01")).toMatchObject({ figures: { sides: { administrative: 1, agency: 2 } } });
  });

  it("begin, change and end; nothing changes their legal kind", async () => {
    const wish = {
      name: "検討部会",
      legalBasis: "other",
      host: "municipality",
      frequency,
      sinceOn: "2026-04-01",
    } as const;
    const { id } = await addMeetingBody.execute(world.administrator, { ...wish, requestId: requestId() });
    const change = { meetingBodyId: id, host: "joint", frequency: { kind: "monthly" }, version: 1 } as const;
    expect(await refusalsOf(world, changeMeetingBody, change)).toEqual(refused);
    await changeMeetingBody.execute(world.administrator, { ...change, requestId: requestId() });
    const rename = { meetingBodyId: id, name: "居場所部会", sinceOn: "2026-06-01", version: 2 };
    expect(await refusalsOf(world, renameMeetingBody, rename)).toEqual(refused);
    await renameMeetingBody.execute(world.administrator, { ...rename, requestId: requestId() });
    expect(await bodyOn(id, "2026-06-01")).toMatchObject({ name: "居場所部会", host: "joint", legalBasis: "other" });
    const end = { meetingBodyId: id, untilOn: "2026-12-01", version: 3 };
    expect(await refusalsOf(world, endMeetingBody, end)).toEqual(refused);
    await endMeetingBody.execute(world.administrator, { ...end, requestId: requestId() });
    expect(await bodyOn(id, "2026-12-01")).toBeUndefined();
    expect(await lastChange(world, "meetingBody")).toMatchObject({ subject: "居場所部会" });
  });

  it("give a seat once and take it again", async () => {
    const meetingBodyId = world.idOf("meetingBody", "suishin");
    const wish = {
      meetingBodyId,
      departmentId: world.idOf("department", "hoiku"),
      side: "administrative",
      sinceOn: "2026-05-01",
    } as const;
    const { id } = await addBodyMember.execute(world.administrator, { ...wish, requestId: requestId() });
    expect(await answerOf(addBodyMember.execute(world.administrator, { ...wish, requestId: requestId() }))).toBe(
      "invalid_state municipality.already_member",
    );
    expect(
      await answerOf(
        addBodyMember.execute(world.administrator, { ...wish, sinceOn: "2020-01-01", requestId: requestId() }),
      ),
    ).toBe("invalid_state municipality.outside_period");
    const end = { bodyMemberId: id, untilOn: "2026-05-02", version: 1 };
    expect(await refusalsOf(world, endBodyMember, end)).toEqual(refused);
    await endBodyMember.execute(world.administrator, { ...end, requestId: requestId() });
    expect((await bodyOn(meetingBodyId, "2026-05-01"))?.figures.sides.administrative).toBe(2);
    expect((await bodyOn(meetingBodyId, "2026-05-02"))?.figures.sides.administrative).toBe(1);
    expect(await lastChange(world, "bodyMember")).toMatchObject({ subject: "保育課" });
  });

  it("are the city's own matter: partners and visitors are not told", async () => {
    expect(await answerOf(listMeetingBodies.execute(world.visitor, {}))).toBe("forbidden municipality.staff_only");
    expect(await answerOf(listChanges.execute(world.visitor, {}))).toBe("forbidden municipality.staff_only");
    expect((await listPlans.execute(world.visitor, {})).plans).toMatchObject([{ title: "実施計画", reviewBodies: [] }]);
  });
});

describe("plans", () => {
  it("stand by the day, and are corrected with their review bodies", async () => {
    const { plans } = await listPlans.execute(world.officer, { on: "2026-03-31" });
    expect(plans).toMatchObject([{ status: "upcoming", years: 3, reviewBodies: [{ name: "包括的支援推進会議" }] }]);
    const wish = { title: "前の実施計画", fromFiscalYear: 2022, toFiscalYear: 2025 };
    const { id: planId } = await addPlan.execute(world.administrator, { ...wish, requestId: requestId() });
    const change = { planId, ...wish, edition: 1, reviewBodyIds: [world.idOf("meetingBody", "suishin")], version: 1 };
    expect(await refusalsOf(world, changePlan, change)).toEqual(refused);
    await changePlan.execute(world.administrator, { ...change, requestId: requestId() });
    const found = (await listPlans.execute(world.officer, { on: "2026-04-01" })).plans.find(({ id }) => id === planId);
    expect(found).toMatchObject({ status: "expired", edition: 1, reviewBodies: [{}], version: 2 });
    expect(await lastChange(world, "plan")).toMatchObject({
      fields: [{ field: "edition" }, { field: "reviewBodies" }],
    });
  });
});

describe("settings", () => {
  it("of several values are kept, and their change is told", async () => {
    const wish = { key: "platformMemberTypes", value: ["individual", "organization"], version: 0 } as const;
    await changeSetting.execute(world.administrator, { ...wish, value: [...wish.value], requestId: requestId() });
    expect(await lastChange(world, "setting")).toMatchObject({
      subject: "platformMemberTypes",
      fields: [
        {
          field: "value",
          from: ["organization", "consultationAgency", "individual"],
          to: ["organization", "individual"],
        },
      ],
    });
    const none = { ...wish, value: [], version: 1, requestId: requestId() };
    expect(await answerOf(changeSetting.execute(world.administrator, none))).toBe("invalid_input kernel.invalid_input");
  });

  it("keep their history: nobody rewrites or deletes a line of it", async () => {
    const [grants] = await world.behind<{ changes: boolean }[]>`
      select has_table_privilege('tsunagari_staff', 'municipality_change', 'update')
          or has_table_privilege('tsunagari_staff', 'municipality_change', 'delete')
          or has_table_privilege('tsunagari_worker', 'municipality_change', 'update') as changes`;
    expect(grants?.changes).toBe(false);
  });
});
