import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerOf, requestId } from "../identity/test-city.ts";
import { newId } from "../kernel/index.ts";
import {
  addArea,
  addAreaScheme,
  addDepartment,
  changeAreaScheme,
  endArea,
  endDepartment,
  findCity,
  foundMunicipality,
  getOffer,
  listAreas,
  listChanges,
  listDepartments,
  listModules,
  listPrograms,
  renameDepartment,
  setProgram,
  switchModule,
} from "./index.ts";
import { kasugaiFile, openStructure, lastChange, refusalsOf, refused, type Structure } from "./test-structure.ts";

let world: Structure;
beforeAll(async () => {
  world = await openStructure();
});
afterAll(() => world.close());

describe("a city is founded from its file", () => {
  it("whole or not at all: all errors come at once, and nothing is written", async () => {
    const broken = {
      ...kasugaiFile,
      slug: "asaka",
      localGovernmentCode: "112275",
      areas: [{ code: "x", scheme: "y", name: "圏域", sinceOn: "2026-04-01" }],
      programs: [
        { program: "outreach" as const, status: "inOperation" as const, departments: ["csw"], sinceOn: "2026-04-01" },
      ],
    };
    await expect(foundMunicipality(world.system, broken)).rejects.toMatchObject({
      reason: "municipality.city_file_invalid",
      details: {
        rows: [
          { list: "areas", row: 1, of: "x" },
          { list: "programs", row: 1, of: "outreach" },
        ],
      },
    });
    expect(await findCity(world.system, "asaka")).toBeNull();
  });

  it("once: neither its address nor its code is given twice", async () => {
    expect(await answerOf(foundMunicipality(world.system, kasugaiFile))).toBe("conflict municipality.slug_taken");
    expect(await answerOf(foundMunicipality(world.system, { ...kasugaiFile, slug: "kasugai2" }))).toBe(
      "conflict municipality.code_taken",
    );
  });

  it("and its history begins there", async () => {
    const { items, total } = await listChanges.execute(world.officer, { kind: "municipality" });
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({ action: "municipality.found", subject: "春日井市", by: null });
  });
});

describe("programs", () => {
  const stateOn = async (on: string) =>
    (await listPrograms.execute(world.officer, { on })).programs.find(({ program }) => program === "multiAgency");

  it("stand as they do on the day that is asked for, with who carries them out", async () => {
    expect(await stateOn("2025-07-31")).toMatchObject({ state: "preparing", current: { departments: [] } });
    expect(await stateOn("2025-08-01")).toMatchObject({
      state: "run",
      name: "多機関協働事業",
      current: { modes: ["partlyCommissioned"], departments: [{ name: "地域共生推進課" }, { name: "社会福祉協議会" }] },
    });
    expect(await stateOn("2020-01-01")).toMatchObject({ state: "underStudy", current: null, version: 1 });
  });

  it("are told to anyone of the city, and only of the own city", async () => {
    const { programs, modules } = await getOffer.execute(world.visitor, {});
    expect(programs.filter(({ state }) => state === "run").map(({ program }) => program)).toEqual(["multiAgency"]);
    expect(modules.find(({ module }) => module === "platform")).toEqual({ module: "platform", isOn: true });
    const there = await getOffer.execute(world.elsewhere, {});
    expect(there.programs.every(({ state }) => state === "underStudy")).toBe(true);
  });

  it("change from a day on by the administrator alone, keeping what stood before", async () => {
    const wish = { program: "multiAgency", status: "ended", sinceOn: "2026-07-01", version: 1 } as const;
    expect(await answerOf(setProgram.execute(world.officer, { ...wish, requestId: requestId() }))).toBe(
      "forbidden municipality.administrator_only",
    );
    expect(
      await answerOf(setProgram.execute(world.administrator, { ...wish, version: 9, requestId: requestId() })),
    ).toBe("conflict kernel.stale_version");
    expect(
      await answerOf(
        setProgram.execute(world.administrator, { ...wish, sinceOn: "2025-08-01", requestId: requestId() }),
      ),
    ).toBe("invalid_state municipality.before_current");
    await setProgram.execute(world.administrator, { ...wish, requestId: requestId() });
    expect(await stateOn("2026-06-30")).toMatchObject({ state: "run" });
    expect(await stateOn("2026-07-01")).toMatchObject({ state: "ended" });
    expect(await lastChange(world, "program")).toMatchObject({
      subject: "multiAgency",
      by: "a@example.jp さん",
      fields: [
        { field: "status", from: "inOperation", to: "ended" },
        { field: "modes", from: ["partlyCommissioned"], to: [] },
        { field: "departments", from: ["地域共生推進課", "社会福祉協議会"], to: [] },
        { field: "sinceOn", from: "2025-08-01", to: "2026-07-01" },
      ],
    });
  });

  it("are not carried out by another city's department", async () => {
    const wish = { program: "outreach", status: "inOperation", sinceOn: "2026-04-01", version: 0 } as const;
    const foreign = { ...wish, departmentIds: [world.idOf("department", "kyosei")], requestId: requestId() };
    expect(await answerOf(setProgram.execute(world.elsewhere, foreign))).toBe(
      "invalid_input municipality.unknown_department",
    );
  });
});

describe("rooms of the program", () => {
  it("open and close from a day on", async () => {
    const isOn = async (on: string) =>
      (await listModules.execute(world.officer, { on })).modules.find(({ module }) => module === "platform")?.isOn;
    expect([await isOn("2026-05-31"), await isOn("2026-06-01")]).toEqual([true, false]);
    const wish = { module: "platform", isOn: true, sinceOn: "2026-09-01", version: 1 } as const;
    expect(await answerOf(switchModule.execute(world.officer, { ...wish, requestId: requestId() }))).toBe(
      "forbidden municipality.administrator_only",
    );
    await switchModule.execute(world.administrator, { ...wish, requestId: requestId() });
    expect([await isOn("2026-08-31"), await isOn("2026-09-01")]).toEqual([false, true]);
    expect(await answerOf(switchModule.execute(world.administrator, { ...wish, requestId: requestId() }))).toBe(
      "conflict kernel.stale_version",
    );
    expect(await lastChange(world, "module")).toMatchObject({
      subject: "platform",
      fields: [{ field: "isOn" }, { field: "sinceOn" }],
    });
  });
});

describe("departments", () => {
  const nameOn = async (id: string, on: string) =>
    (await listDepartments.execute(world.officer, { on })).departments.find((row) => row.id === id)?.name;

  it("bear the name of the day, and take a new one with their people staying", async () => {
    const departmentId = world.idOf("department", "kyosei");
    const wish = { departmentId, name: "共生社会課", sinceOn: "2026-10-01", version: 1 };
    expect(await nameOn(departmentId, "2023-03-31")).toBe("地域福祉課");
    expect(await refusalsOf(world, renameDepartment, wish)).toEqual(refused);
    await renameDepartment.execute(world.administrator, { ...wish, requestId: requestId() });
    expect(await nameOn(departmentId, "2026-09-30")).toBe("地域共生推進課");
    expect(await nameOn(departmentId, "2026-10-01")).toBe("共生社会課");
    expect(await lastChange(world, "department")).toMatchObject({
      subject: "地域共生推進課",
      fields: [{ to: "共生社会課" }, {}],
    });
  });

  it("begin, and end with who carries on; what has parts ends after them", async () => {
    const parent = { parentId: null, kind: "section", name: "こども未来部", sinceOn: "2026-04-01" } as const;
    const { id: parentId } = await addDepartment.execute(world.administrator, { ...parent, requestId: requestId() });
    const child = { parentId, kind: "section", name: "子育て推進課", sinceOn: "2026-04-01" } as const;
    const { id: childId } = await addDepartment.execute(world.administrator, { ...child, requestId: requestId() });
    const end = (departmentId: string, version = 1, more: object = {}) => ({
      departmentId,
      untilOn: "2027-04-01",
      version,
      requestId: requestId(),
      ...more,
    });
    expect(
      await refusalsOf(world, endDepartment, { departmentId: childId, untilOn: "2027-04-01", version: 1 }),
    ).toEqual(refused);
    const asked = [
      end(parentId),
      end(childId, 1, { untilOn: "2026-04-01" }),
      end(childId, 1, { successorId: childId }),
      end(childId, 1, { successorId: newId() }),
    ];
    const answers: string[] = [];
    for (const wish of asked) answers.push(await answerOf(endDepartment.execute(world.administrator, wish)));
    expect(answers).toEqual([
      "invalid_state municipality.has_parts",
      "invalid_state municipality.outside_period",
      "invalid_state municipality.carried_on_by_itself",
      "invalid_input municipality.unknown_department",
    ]);
    await endDepartment.execute(
      world.administrator,
      end(childId, 1, { successorId: world.idOf("department", "hoiku") }),
    );
    await endDepartment.execute(world.administrator, end(parentId));
    expect(await nameOn(childId, "2027-03-31")).toBe("子育て推進課");
    expect(await nameOn(childId, "2027-04-01")).toBeUndefined();
    expect(await answerOf(endDepartment.execute(world.administrator, end(childId, 2)))).toBe(
      "invalid_state municipality.already_ended",
    );
  });
});

describe("areas", () => {
  it("of a new scheme begin and end, and lie in areas of another", async () => {
    const scheme = { name: "地区", isDisclosable: false, tier: 2 };
    expect((await refusalsOf(world, addAreaScheme, scheme))[1]).toBe("forbidden municipality.administrator_only");
    const { id: schemeId } = await addAreaScheme.execute(world.administrator, { ...scheme, requestId: requestId() });
    const wish = { schemeId, parentId: world.idOf("area", "one"), name: "桜井地区", sinceOn: "2026-04-01" };
    expect((await refusalsOf(world, addArea, wish)).slice(0, 2)).toEqual(refused.slice(0, 2));
    const { id: areaId } = await addArea.execute(world.administrator, { ...wish, requestId: requestId() });
    const end = { areaId, untilOn: "2026-08-01", version: 1 };
    expect(
      await answerOf(
        endArea.execute(world.administrator, { ...end, areaId: world.idOf("area", "one"), requestId: requestId() }),
      ),
    ).toBe("invalid_state municipality.has_parts");
    expect(await refusalsOf(world, endArea, end)).toEqual(refused);
    await endArea.execute(world.administrator, { ...end, requestId: requestId() });
    const on = async (day: string) =>
      (await listAreas.execute(world.officer, { on: day })).schemes.find(({ id }) => id === schemeId)?.areas.length;
    expect([await on("2026-07-31"), await on("2026-08-01")]).toEqual([1, 0]);
    expect(await lastChange(world, "area")).toMatchObject({ subject: "桜井地区", fields: [{ field: "untilOn" }] });
  });

  it("have a scheme whose tier and disclosure are decided anew, with both answers in the history", async () => {
    const first = { name: "小学校区", isDisclosable: true, tier: null };
    const { id: schemeId } = await addAreaScheme.execute(world.administrator, { ...first, requestId: requestId() });
    const wish = { schemeId, name: "小学校区", isDisclosable: false, tier: 2, version: 1 };
    expect(await refusalsOf(world, changeAreaScheme, wish)).toEqual(refused);
    await changeAreaScheme.execute(world.administrator, { ...wish, requestId: requestId() });
    expect(await lastChange(world, "areaScheme")).toMatchObject({
      subject: "小学校区",
      fields: [
        { field: "tier", from: null, to: 2 },
        { field: "isDisclosable", from: true, to: false },
      ],
    });
    const again = changeAreaScheme.execute(world.administrator, { ...wish, tier: 3, requestId: requestId() });
    expect(await answerOf(again)).toMatch(/^conflict/u);
  });
});
