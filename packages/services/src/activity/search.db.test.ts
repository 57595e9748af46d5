import { civilDateOf } from "@tsunagari/domain";
import { nextDates, nextDayAt } from "@tsunagari/domain/activity";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "../kernel/index.ts";
import { renameOrganization, resumeOrganization, suspendOrganization } from "../organization/index.ts";
import {
  addOrganization,
  answerOf,
  asStaff,
  asVisitor,
  foundCity,
  on,
  openWorld,
  requestId,
  type City,
  type Organization,
  type World,
} from "../organization/test-world.ts";
import { confirmActivity, endActivity, getPublicActivity, searchActivities } from "./index.ts";
import { activityStage, type ContentFields } from "./test-activity.ts";

let world: World;
let kasugai: City;
let iruma: City;
let ours: Organization;
let stage: ReturnType<typeof activityStage>;

beforeAll(async () => {
  world = await openWorld();
  kasugai = await foundCity(world, "kasugai");
  iruma = await foundCity(world, "iruma");
  ours = await addOrganization(world, kasugai, "藤山台の会（架空）");
  stage = activityStage(world, kasugai, ours);
});
afterAll(() => world.close());

type Question = Parameters<typeof searchActivities.execute>[1];
const searchAs = async (context: Context, question: Question) => {
  const { items } = await searchActivities.execute(context, question);
  return items.map((item) => item.id);
};
const search = (question: Question, day = "2026-05-13") =>
  searchAs({ ...asVisitor(world, kasugai), clock: on(day) }, question);
const getOn = (id: string, day: string) =>
  answerOf(getPublicActivity.execute({ ...asVisitor(world, kasugai), clock: on(day) }, { activityId: id }));

type Weekly = Extract<ContentFields["schedule"], { kind: "weekly" }>;
const weekly = (changes: Partial<Weekly>): Weekly => ({
  kind: "weekly",
  weekday: 3,
  fromTime: "10:00",
  toTime: "12:00",
  firstOn: "2026-04-01",
  lastOn: "",
  skippedOn: [],
  ...changes,
});

describe("words", () => {
  test("are found in whatever kana and width they are written, from one character on", async () => {
    const supper = await stage.published({
      title: "こども食堂みんなの台所",
      titleKana: "こどもしょくどうみんなのだいどころ",
    });
    const study = await stage.published({
      title: "ガクシュウ塾100%の会",
      titleKana: "がくしゅうじゅく",
      category: "learningSupport",
      audiences: ["youth"],
      summary: "宿題をみます。",
      description: "静かな部屋です。",
    });
    for (const keyword of ["食堂", "しょくどう", "ショクドウ", "ｼｮｸﾄﾞｳ", "こども　台所", "食", "堂", "ダイドコロ"]) {
      const found = await search({ keyword });
      expect(found, keyword).toContain(supper);
      expect(found, keyword).not.toContain(study);
    }
    for (const keyword of ["塾", "がくしゅう", "ｶﾞｸｼｭｳ", "100%の", "１００％", "宿題"]) {
      expect(await search({ keyword }), keyword).toEqual([study]);
    }
    for (const keyword of ["100_の", "100\\", "%", "食台", "塾堂", "存在しない言葉"]) {
      const found = await search({ keyword });
      expect(found.includes(supper), keyword).toBe(false);
      expect(found.includes(study), keyword).toBe(keyword === "%");
    }
  });

  test("that are markup or operators are words like any other", async () => {
    for (const keyword of ["'; drop table activity; --", "<script>", "=1+1", "{a,b}", '"', "👪"]) {
      expect(await search({ keyword }), keyword).toEqual([]);
    }
  });
});

describe("filters", () => {
  test("by category, weekday and area narrow together", async () => {
    const friday = await stage.published({
      title: "金曜サロン",
      category: "gatheringPlace",
      schedule: weekly({ weekday: 5 }),
    });
    const anytime = await stage.published({
      title: "いつでも相談",
      category: "consultation",
      schedule: { kind: "byAppointment" },
    });
    expect(await search({ category: "gatheringPlace" })).toEqual([friday]);
    expect(await search({ weekday: "5" })).toEqual([friday]);
    expect(await search({ weekday: "5", category: "consultation" })).toEqual([]);
    expect(await search({ areaId: kasugai.east })).toEqual(expect.arrayContaining([friday, anytime]));
    expect(await search({ areaId: kasugai.west })).toEqual([]);
    expect(await search({ areaId: kasugai.daily1, keyword: "相談", category: "consultation" })).toEqual([anytime]);
  });

  test("another city finds nothing of this one", async () => {
    expect(await searchAs(asVisitor(world, iruma), {})).toEqual([]);
    expect(await searchAs(asVisitor(world, iruma), { keyword: "食" })).toEqual([]);
  });
});

describe("order and dates", () => {
  test("the next to take place comes first, by appointment last, and every date is the domain's", async () => {
    const own = await addOrganization(world, kasugai, "日付の会（架空）");
    const at = activityStage(world, kasugai, own);
    const schedules: readonly ContentFields["schedule"][] = [
      weekly({ weekday: 1 }),
      weekly({ weekday: 7, firstOn: "2026-06-01" }),
      weekly({ weekday: 3, skippedOn: ["2026-05-13", "2026-05-20", "2026-05-27"] }),
      weekly({ weekday: 4, skippedOn: ["2026-06-04", "2026-05-14"], lastOn: "2026-06-11" }),
      weekly({ weekday: 2, firstOn: "2025-12-30" }),
      { kind: "byAppointment" },
    ];
    for (const schedule of schedules) await at.published({ title: "日付をくらべる集まり", schedule });
    for (const day of [
      "2026-05-13",
      "2026-05-14",
      "2026-05-28",
      "2026-06-04",
      "2026-06-07",
      "2026-06-11",
      "2026-07-01",
    ]) {
      const visitor = { ...asVisitor(world, kasugai), clock: on(day) };
      const { items } = await searchActivities.execute(visitor, { keyword: "日付をくらべる" });
      for (const item of items) {
        const from = nextDayAt(item.schedule, civilDateOf(day), "10:00");
        expect(item.nextOn, day).toBe(nextDates(item.schedule, from, 1)[0] ?? null);
      }
      const dates = items.map((item) => item.nextOn ?? "9999");
      expect(dates, day).toEqual(dates.toSorted());
      expect(items.length, day).toBe(day > "2026-06-11" ? 5 : 6);
    }
  });
});

test("of one day the earliest comes first, and what is over today is next on its following date", async () => {
  const at = activityStage(world, kasugai, await addOrganization(world, kasugai, "時刻の会（架空）"));
  const late = await at.published({
    title: "時刻をくらべる一",
    schedule: weekly({ fromTime: "18:00", toTime: "20:00" }),
  });
  const early = await at.published({
    title: "時刻をくらべる二",
    schedule: weekly({ fromTime: "09:00", toTime: "11:00" }),
  });
  const last = await at.published({
    title: "時刻をくらべる三",
    schedule: weekly({ fromTime: "08:00", toTime: "09:00", lastOn: "2026-05-13" }),
  });
  const tomorrow = await at.published({ title: "時刻をくらべる四", schedule: weekly({ weekday: 4 }) });
  const seen = async (clock: string) => {
    const visitor = { ...asVisitor(world, kasugai), clock };
    const { items } = await searchActivities.execute(visitor, { keyword: "時刻をくらべる" });
    for (const { id, nextOn } of items) {
      const { nextDates: dates } = await getPublicActivity.execute(visitor, { activityId: id });
      expect(dates[0] ?? null).toBe(nextOn);
    }
    return items.map(({ id, nextOn }) => [id, nextOn?.slice(5)]);
  };
  // 08:59, 10:59 while it is under way, and 11:00 in Japan.
  expect(await seen("2026-05-12T23:59:00Z")).toEqual([
    [last, "05-13"],
    [early, "05-13"],
    [late, "05-13"],
    [tomorrow, "05-14"],
  ]);
  expect((await seen("2026-05-13T01:59:00Z"))[0]).toEqual([early, "05-13"]);
  expect(await seen("2026-05-13T02:00:00Z")).toEqual([
    [late, "05-13"],
    [tomorrow, "05-14"],
    [early, "05-20"],
    [last, undefined],
  ]);
});

describe("visibility", () => {
  test("list and page agree day by day: stale at 180 days, gone at 240, back once it is confirmed", async () => {
    const id = await stage.published({ title: "古くなる集まり" });
    const listed = async (day: string) => (await search({ keyword: "古くなる" }, day)).length === 1;
    for (const [day, isShown] of [
      ["2026-05-13", true],
      ["2027-01-07", true],
      ["2027-01-08", false],
    ] as const) {
      expect([day, await listed(day)]).toEqual([day, isShown]);
      expect(await getOn(id, day)).toBe(isShown ? "done" : "not_found kernel.not_found");
    }
    const staleOn = async (day: string) => {
      const visitor = { ...asVisitor(world, kasugai), clock: on(day) };
      return (await getPublicActivity.execute(visitor, { activityId: id })).isStale;
    };
    expect([await staleOn("2026-11-08"), await staleOn("2026-11-09")]).toEqual([false, true]);
    await confirmActivity.execute({ ...stage.owner, clock: on("2027-01-08") }, await stage.seen(id));
    expect([await listed("2027-01-08"), await getOn(id, "2027-01-08")]).toEqual([true, "done"]);
  });

  test("a setting of the city moves the day at once", async () => {
    const id = await stage.published({ title: "設定をためす集まり" });
    await world.behind`insert into municipality_setting (municipality_id, id, key, value)
      values (${kasugai.id}, ${requestId()}, 'verificationDays', '30'), (${kasugai.id}, ${requestId()}, 'unlistAfterOverdueDays', '0')`;
    expect([await getOn(id, "2026-06-11"), await getOn(id, "2026-06-12")]).toEqual([
      "done",
      "not_found kernel.not_found",
    ]);
    await world.behind`delete from municipality_setting where municipality_id = ${kasugai.id}`;
  });

  test("a suspended organization's activities are gone until it is resumed, and a new name is on the page at once", async () => {
    const own = await addOrganization(world, kasugai, "休む会（架空）");
    const id = await activityStage(world, kasugai, own).published({ title: "休む集まり" });
    const administrator = asStaff(world, kasugai, "platformAdministrator");
    const wish = (version: number) => ({ requestId: requestId(), organizationId: own.id, version });
    await suspendOrganization.execute(administrator, wish(1));
    expect([await search({ keyword: "休む" }), await getOn(id, "2026-05-13")]).toEqual([
      [],
      "not_found kernel.not_found",
    ]);
    await resumeOrganization.execute(administrator, wish(2));
    expect(await search({ keyword: "休む" })).toEqual([id]);
    await renameOrganization.execute(administrator, {
      ...wish(3),
      name: "新名称の会（架空）",
      nameKana: "しんめいしょうのかい",
      kind: "npo",
    });
    expect(await search({ keyword: "シンメイショウ" })).toEqual([id]);
  });

  test("drafts, returned and ended activities are in no list", async () => {
    const draft = await stage.draft({ title: "見えない集まり" });
    const submitted = await stage.draft({ title: "見えない集まり" });
    await stage.submit(submitted);
    const ended = await stage.published({ title: "見えない集まり" });
    await endActivity.execute(stage.moderator, await stage.seen(ended));
    expect(await search({ keyword: "見えない" })).toEqual([]);
    for (const id of [draft, submitted, ended])
      expect(await getOn(id, "2026-05-13")).toBe("not_found kernel.not_found");
  });
});

test("a total above 1,000 is capped and says so, and pages go on", async () => {
  const id = await stage.published({ title: "数える集まり" });
  await world.behind`with made as (
      insert into activity (municipality_id, id, organization_id, status, accepts_referrals)
      select a.municipality_id, gen_random_uuid(), a.organization_id, 'published', false
        from activity a, generate_series(1, 1000) where a.id = ${id} returning *)
    insert into published_activity (municipality_id, id, organization_id, title, category, first_on, last_on,
        skipped_on, area_ids, verified_on, search_text, search_keys, page, published_at)
    select p.municipality_id, made.id, p.organization_id, p.title, p.category, p.first_on, p.last_on,
        p.skipped_on, p.area_ids, p.verified_on, p.search_text, p.search_keys, p.page, p.published_at
      from published_activity p, made where p.id = ${id}`;
  const visitor = asVisitor(world, kasugai);
  const result = await searchActivities.execute(visitor, { keyword: "数える", page: 50 });
  expect(result).toMatchObject({ total: 1000, isTotalCapped: true, page: 50, pageSize: 20 });
  expect(result.items).toHaveLength(20);
  await world.behind`delete from published_activity where id = ${id}`;
  expect(await searchActivities.execute(visitor, { keyword: "数える" })).toMatchObject({
    total: 1000,
    isTotalCapped: false,
  });
});
