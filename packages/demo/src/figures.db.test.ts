import { civilDateOf } from "@tsunagari/domain";
import { firstCommissionedOn, type Program } from "@tsunagari/domain/municipality";
import { newId, openSystem, temporaryKeyRing, type Context, type OpenSystem } from "@tsunagari/services/kernel";
import {
  findCity,
  listAreas,
  listLabels,
  listMeetingBodies,
  listPlans,
  listPrograms,
} from "@tsunagari/services/municipality";
import { countTraitsAsOf } from "@tsunagari/services/organization";
import { countMembersAsOf, listPlatforms } from "@tsunagari/services/platform";
import { createTestDatabase, type TestDatabase } from "@tsunagari/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CitySlug } from "./data.ts";
import { seedDemo } from "./index.ts";
import { clockAt } from "./moment.ts";

/** A Wednesday in fiscal year 2026 (R8). */
const day = civilDateOf("2026-07-01");

let database: TestDatabase;
let opened: OpenSystem;

beforeAll(async () => {
  database = await createTestDatabase();
  opened = await openSystem({ databaseUrl: database.loginUrl, keys: temporaryKeyRing() });
  await seedDemo(opened, { day });
}, 120_000);
afterAll(async () => {
  await opened.close();
  await database.drop();
});

/** Reads as the city's administrator. */
const within = async (slug: CitySlug): Promise<Context> => {
  const city = await findCity(opened, slug);
  if (!city) throw new Error(`the demo has no ${slug}`);
  return {
    ...opened,
    clock: clockAt(day, "12:00"),
    actor: {
      kind: "staff",
      municipalityId: city.id,
      userId: newId<"user">(),
      departmentId: null,
      roles: [{ code: "platformAdministrator", scopeKind: "municipality", scopeId: null }],
      assurance: 2,
      freshUntil: new Date("2100-01-01T00:00:00Z"),
    },
  };
};

type Day = string;
/** What a question answers on each of some days, by day. */
const onDays = async <Answer>(days: readonly Day[], ask: (on: Day) => Promise<Answer>): Promise<Record<Day, Answer>> =>
  Object.fromEntries(await Promise.all(days.map(async (on) => [on, await ask(on)] as const)));

const bodyOn = (slug: CitySlug, name: string) => async (on: Day) => {
  const { bodies } = await listMeetingBodies.execute(await within(slug), { on });
  return bodies.find((body) => body.name === name) ?? null;
};
const planOn = (slug: CitySlug) => async (on: Day) => {
  const { plans } = await listPlans.execute(await within(slug), { on });
  return plans.map(({ years, status }) => [years, status]);
};
const programsOn = async (slug: CitySlug, on: Day) => (await listPrograms.execute(await within(slug), { on })).programs;

describe("what is counted from records, 春日井市 (class A)", () => {
  const traitOn = (wanted: string) => async (on: Day) => {
    const { traits } = await countTraitsAsOf.execute(await within("kasugai"), { on });
    return traits.find(({ trait }) => trait === wanted)?.organizations;
  };
  const platformsOn = async (on: Day) => {
    const { platforms } = await countMembersAsOf.execute(await within("kasugai"), { on });
    return platforms.map(({ members }) => members);
  };

  it("G-10: 32 organizations with 通いの場 at the end of H28, 131 at the end of R6; nobody counted before", async () => {
    const days = ["2016-03-31", "2017-03-12", "2017-03-31", "2025-03-09", "2025-03-31", "2026-07-01"];
    expect(await onDays(days, traitOn("kayoiNoBa"))).toEqual({
      "2016-03-31": null,
      "2017-03-12": 31,
      "2017-03-31": 32,
      "2025-03-09": 130,
      "2025-03-31": 131,
      "2026-07-01": 131,
    });
  });

  it("G-12: 15 of them across attributes at the end of R6; at the end of H28 no number, which is not 0", async () => {
    const days = ["2017-03-31", "2024-03-31", "2024-04-01", "2025-03-02", "2025-03-31"];
    expect(await onDays(days, traitOn("crossAttribute"))).toEqual({
      "2017-03-31": null,
      "2024-03-31": null,
      "2024-04-01": 2,
      "2025-03-02": 14,
      "2025-03-31": 15,
    });
  });

  it("G-13, G-14: 33 members in the East and 36 in the West on 2026-03-31", async () => {
    // In the order in which the platforms began: the East in R5, the West in R7.
    expect(await platformsOn("2026-03-31")).toEqual([33, 36]);
    const { distinctMembers } = await countMembersAsOf.execute(await within("kasugai"), { on: "2026-03-31" });
    expect(distinctMembers).toBe(57);
    const [before, after] = [await platformsOn("2025-09-30"), await platformsOn("2025-10-01")];
    expect((before[0] ?? 0) - (after[0] ?? 0)).toBe(1);
  });

  it("G-15: no platform, then one from R5 on, two from R7 on", async () => {
    const days = ["2023-07-02", "2023-07-03", "2024-03-31", "2025-03-31", "2025-06-01", "2025-06-02", "2026-03-31"];
    const count = async (on: Day) => (await platformsOn(on)).length;
    expect(Object.values(await onDays(days, count))).toEqual([0, 1, 1, 1, 1, 2, 2]);
    const platforms = await listPlatforms.execute(await within("kasugai"), {});
    expect(platforms.map(({ status }) => status)).toEqual(["active", "active"]);
  });
});

describe("what the cities' files hold (class B)", () => {
  it("G-22: seven sections and ten agencies in 地域支援研究会, from R2.11 on", async () => {
    const sidesOn = async (on: Day) => (await bodyOn("kasugai", "地域支援研究会")(on))?.figures.sides;
    expect(await onDays(["2020-10-31", "2020-11-01", "2026-04-01"], sidesOn)).toEqual({
      "2020-10-31": undefined,
      "2020-11-01": { administrative: 7, agency: 10, other: 0 },
      "2026-04-01": { administrative: 7, agency: 10, other: 0 },
    });
  });

  it("G-28: six sections and 社会福祉協議会 in 包括的支援推進会議, which meets twice a year", async () => {
    const body = bodyOn("kasugai", "包括的支援推進会議");
    expect(await body("2022-03-31")).toBeNull();
    const { figures, frequency, members } = (await body("2022-04-01")) ?? {};
    expect([figures?.members, figures?.sides, frequency]).toEqual([
      7,
      { administrative: 6, agency: 1, other: 0 },
      { kind: "timesPerYear", times: 2 },
    ]);
    expect(members?.map(({ name }) => name)).toContain("春日井市社会福祉協議会");
  });

  it.each<[string, CitySlug, Record<Day, unknown>]>([
    [
      "G-32: 春日井市 R8 to R10, three years",
      "kasugai",
      {
        "2026-03-31": [[3, "upcoming"]],
        "2026-04-01": [[3, "current"]],
        "2029-03-31": [[3, "current"]],
        "2029-04-01": [[3, "expired"]],
      },
    ],
    [
      "G-35: 朝霞市 R8 to R12, five years",
      "asaka",
      {
        "2026-03-31": [[5, "upcoming"]],
        "2026-04-01": [[5, "current"]],
        "2031-03-31": [[5, "current"]],
        "2031-04-01": [[5, "expired"]],
      },
    ],
    [
      "G-50: 越谷市 R4 to R7, four years, over since 2026-04-01",
      "koshigaya",
      {
        "2022-03-31": [[4, "upcoming"]],
        "2022-04-01": [[4, "current"]],
        "2026-03-31": [[4, "current"]],
        "2026-04-01": [[4, "expired"]],
      },
    ],
  ])("%s", async (_title, slug, expected) => {
    expect(await onDays(Object.keys(expected), planOn(slug))).toEqual(expected);
  });

  it("G-36: three programs of 朝霞市 are under study from R8 on, and carried out by nobody", async () => {
    const studiedOn = async (on: Day) =>
      (await programsOn("asaka", on))
        .filter(({ current }) => current?.status === "underStudy")
        .map(({ program, current }) => [program, current?.departments]);
    expect(await onDays(["2026-03-31", "2026-04-01"], studiedOn)).toEqual({
      "2026-03-31": [],
      "2026-04-01": [
        ["participationSupport", []],
        ["outreach", []],
        ["multiAgency", []],
      ],
    });
  });

  it("G-39: 戸田市 delegates from 2025-08 on, prepares until R7 is over and runs from R8 on", async () => {
    const delegated: readonly Program[] = ["participationSupport", "outreach", "multiAgency"];
    const programs = (await programsOn("toda", "2026-07-01")).filter(({ program }) => delegated.includes(program));
    for (const { program, periods } of programs) {
      const dated = periods.map((period) => ({ ...period, program }));
      expect(firstCommissionedOn(dated, program)).toBe("2025-08-01");
    }
    const standOn = async (on: Day) => {
      const [first] = (await programsOn("toda", on)).filter(({ program }) => program === "multiAgency");
      return [first?.state, first?.current?.status, first?.current?.modes, first?.current?.departments.length];
    };
    expect(await onDays(["2025-07-31", "2025-08-01", "2026-03-31", "2026-04-01"], standOn)).toEqual({
      "2025-07-31": ["preparing", "preparing", [], 0],
      "2025-08-01": ["run", "preparing", ["partlyCommissioned"], 2],
      "2026-03-31": ["run", "preparing", ["partlyCommissioned"], 2],
      "2026-04-01": ["run", "inOperation", ["partlyCommissioned"], 2],
    });
  });

  it("G-46: thirteen districts in 越谷市, beside four areas for people with disabilities, from R4 on", async () => {
    const areasOn = async (on: Day) => {
      const { schemes } = await listAreas.execute(await within("koshigaya"), { on });
      return Object.fromEntries(schemes.map(({ code, areas }) => [code, areas.length]));
    };
    expect(await onDays(["2022-03-31", "2022-04-01"], areasOn)).toEqual({
      "2022-03-31": { district: 0, shogai: 0, whole: 0 },
      "2022-04-01": { district: 13, shogai: 4, whole: 1 },
    });
  });

  it("G-49: two tiers, six 部 and eleven 課・室・センター in 庁内連携会議, from R3.8 on", async () => {
    const figuresOn = async (on: Day) =>
      (await bodyOn("koshigaya", "地域共生社会の実現に向けた庁内連携会議")(on))?.figures;
    expect(await onDays(["2021-07-31", "2021-08-01"], figuresOn)).toEqual({
      "2021-07-31": undefined,
      "2021-08-01": { members: 11, sides: { administrative: 11, agency: 0, other: 0 }, tiers: 2, divisions: 6 },
    });
  });

  it("入間市 lies under three lists of nine, and 藤沢第一地区 stands outside all of them", async () => {
    const { schemes } = await listAreas.execute(await within("iruma"), { on: "2026-04-01" });
    const namesOf = (code: string) => schemes.find((scheme) => scheme.code === code)?.areas.map(({ name }) => name);
    const nines = ["fukushi", "chiku-center", "hokatsu"].map(namesOf);
    expect(nines.map((names) => names?.length)).toEqual([9, 9, 9]);
    expect(nines.flat()).not.toContain("藤沢第一地区");
    expect(namesOf("sasaeai")).toContain("藤沢第一地区");
  });

  it("G-71: the role renamed in R2 bears the name of the day", async () => {
    const nameOn = async (on: Day) => {
      const { labels } = await listLabels.execute(await within("kasugai"), { on });
      return labels.find(({ key }) => key === "role.communityCoordinator")?.text;
    };
    expect(await onDays(["2020-03-31", "2020-04-01"], nameOn)).toEqual({
      "2020-03-31": "第2層生活支援コーディネーター",
      "2020-04-01": "地域福祉コーディネーター",
    });
  });
});
