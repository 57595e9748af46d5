import { civilDateOf } from "@tsunagari/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerOf, requestId } from "../identity/test-city.ts";
import { inTransaction } from "../kernel/index.ts";
import {
  addClosedDay,
  getPage,
  getSettings,
  listPageVersions,
  loadCalendar,
  publishPage,
  removeClosedDay,
  restorePage,
} from "./index.ts";
import { lastChange, openStructure, refusalsOf, type Structure } from "./test-structure.ts";

let world: Structure;
beforeAll(async () => {
  world = await openStructure();
});
afterAll(() => world.close());

const today = "2026-05-12";
const read = async (on?: string) => getPage.execute(world.visitor, { kind: "contact", ...(on ? { on } : {}) });
const publish = (body: string, sinceOn: string, version: number) =>
  publishPage.execute(world.administrator, { kind: "contact", body, sinceOn, version, requestId: requestId() });

describe("a page of the city", () => {
  it("says the program's wording with the city's name until the city writes its own, which holds from its day", async () => {
    const first = await read();
    expect(first).toMatchObject({ isOwn: false, sinceOn: null });
    expect(first.body).toContain("春日井市");
    await publish("地域共生推進課 0568-00-0000", today, 0);
    await publish("年度が変わりました", "2027-04-01", 1);
    await publish("地域共生推進課 0568-11-1111", today, 2);
    expect(await read()).toMatchObject({ isOwn: true, body: "地域共生推進課 0568-11-1111", sinceOn: today });
    expect(await read("2027-04-01")).toMatchObject({ body: "年度が変わりました" });
    expect(await read("2026-05-11")).toMatchObject({ isOwn: false });
  });

  it("goes back to the program's wording, and every text it had stays readable with who wrote it", async () => {
    await restorePage.execute(world.administrator, {
      kind: "contact",
      sinceOn: today,
      version: 3,
      requestId: requestId(),
    });
    expect(await read()).toMatchObject({ isOwn: false });
    const { versions, version, currentVersion } = await listPageVersions.execute(world.officer, { kind: "contact" });
    expect({ version, currentVersion }).toEqual({ version: 4, currentVersion: 4 });
    expect(versions.map(({ body }) => body)).toEqual([
      null,
      "地域共生推進課 0568-11-1111",
      "年度が変わりました",
      "地域共生推進課 0568-00-0000",
    ]);
    expect(versions.every(({ by }) => by !== null)).toBe(true);
    expect(await lastChange(world, "page")).toMatchObject({
      subject: "contact",
      fields: [
        { field: "wording", from: 3, to: "program" },
        { field: "sinceOn", from: null, to: today },
      ],
    });
  });

  it("is written by the administrator of the city alone, and never for a day that is over", async () => {
    const wish = { kind: "terms", body: "約束", sinceOn: today, version: 0 } as const;
    expect(await refusalsOf(world, publishPage, wish)).toEqual([
      "done",
      "forbidden municipality.administrator_only",
      "conflict kernel.stale_version",
    ]);
    // Another city's administrator has written on that city's page.
    expect(await getPage.execute(world.visitor, { kind: "terms" })).toMatchObject({ isOwn: false });
    expect(await answerOf(publish("昨日から", "2026-05-11", 4))).toBe("invalid_state municipality.page_in_the_past");
  });
});

describe("closed days", () => {
  const day = { closedOn: "2026-05-13", name: "開庁記念日" };
  const isClosed = () =>
    inTransaction(world.administrator, async (tx) =>
      (await loadCalendar(tx, world.administrator.actor.municipalityId ?? "")).isClosed(civilDateOf(day.closedOn)),
    );

  it("come and go by the administrator's hand, and the clocks know them", async () => {
    await addClosedDay.execute(world.administrator, { ...day, requestId: requestId() });
    expect((await getSettings.execute(world.officer, {})).closedDays).toEqual([day]);
    expect(await isClosed()).toBe(true);
    expect(await answerOf(addClosedDay.execute(world.administrator, { ...day, requestId: requestId() }))).toBe(
      "invalid_state municipality.already_closed_day",
    );
    expect(await lastChange(world, "closedDay")).toMatchObject({ subject: "開庁記念日" });
    const gone = { closedOn: day.closedOn };
    expect(await answerOf(removeClosedDay.execute(world.officer, { ...gone, requestId: requestId() }))).toBe(
      "forbidden municipality.administrator_only",
    );
    await removeClosedDay.execute(world.administrator, { ...gone, requestId: requestId() });
    expect((await getSettings.execute(world.officer, {})).closedDays).toEqual([]);
    expect(await isClosed()).toBe(false);
  });
});
