import { civilDateOf } from "@tsunagari/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  answerOf,
  appointAdministrator,
  enter,
  foundTestCity,
  giveRole,
  openTestSystem,
  registerUser,
  requestId,
} from "../identity/test-city.ts";
import { inTransaction, newId, type Context } from "../kernel/index.ts";
import {
  changeSetting,
  findCity,
  foundMunicipality,
  getCity,
  getSettings,
  listAreas,
  listCities,
  listDepartments,
  listLabels,
  loadCalendar,
  renameArea,
  renameLabel,
} from "./index.ts";

let world: Awaited<ReturnType<typeof openTestSystem>>;
let administrator: Context;
let officer: Context;
let elsewhere: Context;
const areaId = newId<"area">();

beforeAll(async () => {
  world = await openTestSystem();
  const { system } = world;
  const departmentId = newId<"department">();
  const file = {
    slug: "kasugai",
    localGovernmentCode: "232068",
    name: "春日井市",
    nameKana: "かすがいし",
    departments: [
      { code: "kyosei", kind: "section" as const, name: "地域共生推進課", sinceOn: "2024-04-01" },
      {
        code: "fukushi",
        kind: "section" as const,
        name: "地域福祉課",
        sinceOn: "2016-04-01",
        untilOn: "2024-04-01",
        successor: "kyosei",
      },
    ],
    areaSchemes: [{ code: "daily-life", name: "日常生活圏域", isDisclosable: true }],
    areas: [{ code: "one", scheme: "daily-life", name: "日常生活圏域 1", sinceOn: "2016-04-01" }],
    labels: [
      {
        key: "role.communityCoordinator" as const,
        text: "第2層生活支援コーディネーター",
        sinceOn: "2016-04-01",
        untilOn: "2020-04-01",
      },
      { key: "role.communityCoordinator" as const, text: "地域福祉コーディネーター", sinceOn: "2020-04-01" },
    ],
    closedDays: [{ closedOn: "2026-05-15", name: "システム点検" }],
  };
  const ids: Readonly<Record<string, string>> = { kyosei: departmentId, one: areaId };
  const { id } = await foundMunicipality(system, file, { idOf: (_kind, code) => ids[code] ?? newId() });
  const kasugai = { id, slug: "kasugai", departmentId } as const;
  const first = await appointAdministrator(system, kasugai, "admin@example.jp");
  administrator = first.context;
  const officerId = await registerUser(administrator, { portal: "staff", mail: "officer@example.jp" });
  await giveRole(administrator, officerId, "caseCoordinator");
  officer = { ...system, actor: (await enter(system, { portal: "staff", mail: "officer@example.jp" })).actor };
  const iruma = await foundTestCity(system, "iruma");
  elsewhere = (await appointAdministrator(system, iruma, "admin@iruma.example.jp")).context;
});
afterAll(() => world.close());

const auditOf = async (request: string) =>
  (
    await world.behind<Record<string, unknown>[]>`select kind, action from audit_entry where request_id = ${request}`
  ).map((row) => ({ ...row }));

describe("cities", () => {
  it("are found by their address, and by nothing that is none", async () => {
    expect(await findCity(world.system, "kasugai")).toMatchObject({ name: "春日井市" });
    for (const slug of ["toda", "staff", "KASUGAI", "", "a\u0000b", "'; drop table label; --"]) {
      expect(await findCity(world.system, slug)).toBeNull();
    }
  });

  it("are listed for anyone, in the order of their codes", async () => {
    const visitor: Context = { ...world.system, actor: { kind: "public", municipalityId: null } };
    expect((await listCities.execute(visitor, {})).map(({ slug }) => slug)).toEqual(["iruma", "kasugai"]);
  });

  it("are set up once, and that is written into their audit", async () => {
    await expect(foundTestCity(world.system, "kasugai")).rejects.toMatchObject({ reason: "municipality.slug_taken" });
    const entries = await world.behind<
      Record<string, unknown>[]
    >`select a.job from audit_entry a where a.action = 'municipality.found'`;
    expect(entries.map((row) => row["job"])).toEqual(["setup", "setup"]);
  });

  it("tell each actor of its own city only", async () => {
    expect(await getCity.execute(elsewhere, {})).toMatchObject({ slug: "iruma" });
    expect((await listAreas.execute(elsewhere, {})).schemes).toEqual([]);
    expect((await listDepartments.execute(officer, {})).departments.map(({ name }) => name)).toEqual([
      "地域共生推進課",
    ]);
    expect((await listDepartments.execute(officer, { on: "2020-04-01" })).departments.map(({ name }) => name)).toEqual([
      "地域福祉課",
    ]);
  });
});

describe("names", () => {
  const textOn = async (on: string) =>
    (await listLabels.execute(officer, { on })).labels.find(({ key }) => key === "role.communityCoordinator")?.text;

  it("are those of the day that is asked for", async () => {
    expect(await textOn("2019-10-01")).toBe("第2層生活支援コーディネーター");
    expect(await textOn("2020-10-01")).toBe("地域福祉コーディネーター");
  });

  it("are the program's own where the city gave none", async () => {
    const { labels } = await listLabels.execute(elsewhere, {});
    expect(labels.find(({ key }) => key === "meeting.consented")).toMatchObject({
      text: "重層的支援会議",
      isOwn: false,
      version: 0,
    });
  });

  it("can be changed from a day on, keeping history; an outdated view is conflict", async () => {
    const wish = { key: "role.communityCoordinator", text: "つながりコーディネーター", sinceOn: "2026-06-01" } as const;
    const request = requestId();
    await renameLabel.execute(administrator, { ...wish, requestId: request, version: 1 });
    expect(await auditOf(request)).toEqual([{ kind: "command", action: "municipality.renameLabel" }]);
    expect(await textOn("2026-05-31")).toBe("地域福祉コーディネーター");
    expect(await textOn("2026-06-01")).toBe("つながりコーディネーター");
    expect(await answerOf(renameLabel.execute(administrator, { ...wish, requestId: requestId(), version: 9 }))).toBe(
      "conflict kernel.stale_version",
    );
    expect(
      await answerOf(
        renameLabel.execute(administrator, { ...wish, requestId: requestId(), sinceOn: "2026-05-01", version: 2 }),
      ),
    ).toBe("invalid_state municipality.label_before_current");
  });

  it("can be changed again before a planned name has begun, with the version the list gives", async () => {
    const key = "role.communityCoordinator" as const;
    const { labels } = await listLabels.execute(administrator, {});
    const version = labels.find((entry) => entry.key === key)?.version ?? -1;
    await renameLabel.execute(administrator, {
      key,
      text: "地域つなぎ役",
      sinceOn: "2026-09-01",
      requestId: requestId(),
      version,
    });
    expect(await textOn("2026-08-31")).toBe("つながりコーディネーター");
    expect(await textOn("2026-09-01")).toBe("地域つなぎ役");
  });

  it("are changed by the administrator only", async () => {
    const wish = {
      requestId: requestId(),
      key: "areaPlatform",
      text: "わ",
      sinceOn: "2026-06-01",
      version: 0,
    } as const;
    expect(await answerOf(renameLabel.execute(officer, wish))).toBe("forbidden municipality.administrator_only");
  });
});

describe("areas", () => {
  it("are renamed by the administrator of their city; another city's are not found", async () => {
    const wish = { areaId, name: "藤山台", version: 1 };
    expect(await answerOf(renameArea.execute(elsewhere, { ...wish, requestId: requestId() }))).toBe(
      "not_found kernel.not_found",
    );
    const request = requestId();
    await renameArea.execute(administrator, { ...wish, requestId: request });
    expect(await auditOf(request)).toEqual([{ kind: "command", action: "municipality.renameArea" }]);
    expect(await answerOf(renameArea.execute(administrator, { ...wish, requestId: requestId() }))).toBe(
      "conflict kernel.stale_version",
    );
    expect((await listAreas.execute(officer, {})).schemes[0]?.areas).toMatchObject([{ name: "藤山台", version: 2 }]);
  });
});

describe("settings", () => {
  const valueOf = async (key: string) =>
    (await getSettings.execute(officer, {})).settings.find((setting) => setting.key === key);

  it("are the defaults until the city changes them, one version at a time", async () => {
    expect(await valueOf("participationGate")).toMatchObject({ value: "meetingDecision", version: 0 });
    const wish = { key: "participationGate", value: "none", version: 0 } as const;
    const request = requestId();
    await changeSetting.execute(administrator, { ...wish, requestId: request });
    expect(await auditOf(request)).toEqual([{ kind: "command", action: "municipality.changeSetting" }]);
    expect(await valueOf("participationGate")).toMatchObject({ value: "none", version: 1 });
    expect(await answerOf(changeSetting.execute(administrator, { ...wish, requestId: requestId() }))).toBe(
      "conflict kernel.stale_version",
    );
    await changeSetting.execute(administrator, {
      ...wish,
      value: "meetingDecision",
      version: 1,
      requestId: requestId(),
    });
    expect(await valueOf("participationGate")).toMatchObject({ value: "meetingDecision", version: 2 });
  });

  it("take numbers as they are typed in Japan, and keep clocks in their order", async () => {
    await changeSetting.execute(administrator, {
      requestId: requestId(),
      key: "referralExpiryBusinessDays",
      value: "１０",
      version: 0,
    });
    expect(await valueOf("referralExpiryBusinessDays")).toMatchObject({ value: 10 });
    const wish = { requestId: requestId(), key: "referralReminderBusinessDays", value: 5, version: 0 } as const;
    expect(await answerOf(changeSetting.execute(administrator, wish))).toBe(
      "invalid_state municipality.settings_out_of_order",
    );
  });

  it("are changed by the administrator only, and told to staff only", async () => {
    const wish = { requestId: requestId(), key: "smallNumberLimit", value: 10, version: 0 } as const;
    expect(await answerOf(changeSetting.execute(officer, wish))).toBe("forbidden municipality.administrator_only");
    const visitor: Context = {
      ...world.system,
      actor: { kind: "public", municipalityId: officer.actor.municipalityId },
    };
    expect(await answerOf(getSettings.execute(visitor, {}))).toBe("forbidden municipality.staff_only");
  });

  it("count the city's own closed days", async () => {
    const { municipalityId } = officer.actor;
    const calendar = await inTransaction(officer, (tx) => loadCalendar(tx, municipalityId ?? ""));
    const { closedDays } = await getSettings.execute(officer, {});
    expect(closedDays).toEqual([{ closedOn: "2026-05-15", name: "システム点検" }]);
    expect(calendar.isClosed(civilDateOf("2026-05-15"))).toBe(true);
  });
});
