import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cancelTrait, countTraitsAsOf, endTrait, getOrganization, recordTrait } from "./index.ts";
import {
  addOrganization,
  answerOf,
  asPartner,
  asStaff,
  entriesOf,
  foundCity,
  openWorld,
  requestId,
  type City,
  type World,
} from "./test-world.ts";

let world: World;
let city: City;
let other: City;
let administrator: ReturnType<typeof asStaff>;

beforeAll(async () => {
  world = await openWorld();
  city = await foundCity(world, "kasugai");
  other = await foundCity(world, "iruma");
  administrator = asStaff(world, city, "platformAdministrator");
});
afterAll(() => world.close());

const countOn = async (on: string, trait = "kayoiNoBa") => {
  const { traits } = await countTraitsAsOf.execute(administrator, { on });
  return traits.find((row) => row.trait === trait)?.organizations;
};

describe("as what the plan counts an organization", () => {
  test("it is counted once on the days on which it held, and before the first of all there is no count", async () => {
    const [first, second] = [
      await addOrganization(world, city, "体操の会（架空）"),
      await addOrganization(world, city, "編み物の会（架空）"),
    ];
    const record = (organizationId: string, sinceOn: string, untilOn: string | null = null) =>
      recordTrait.execute(administrator, {
        requestId: requestId(),
        organizationId,
        trait: "kayoiNoBa",
        sinceOn,
        untilOn,
      });
    // Long before either was registered.
    await record(first.id, "2016-06-01", "2018-04-01");
    await record(first.id, "2020-04-01");
    const { id: traitId } = await record(second.id, "2017-04-01");
    const days = ["2016-05-31", "2016-06-01", "2017-03-31", "2017-04-01", "2018-03-31", "2018-04-01", "2020-04-01"];
    expect(await Promise.all(days.map((day) => countOn(day)))).toEqual([null, 1, 1, 2, 2, 1, 2]);
    expect(await countOn("2020-04-01", "crossAttribute")).toBeNull();

    const end = { requestId: requestId(), traitId, version: 1, untilOn: "2021-04-01" };
    expect(await answerOf(endTrait.execute(administrator, { ...end, version: 2 }))).toMatch(/^conflict/u);
    await endTrait.execute(administrator, end);
    expect([await countOn("2021-03-31"), await countOn("2021-04-01")]).toEqual([2, 1]);
    const again = { ...end, requestId: requestId(), version: 2 };
    expect(await answerOf(endTrait.execute(administrator, again))).toBe("invalid_state organization.trait_ended");
    const early = { ...again, requestId: requestId(), untilOn: "2017-04-01" };
    expect(await answerOf(endTrait.execute(administrator, early))).toBe("invalid_input kernel.invalid_input");
    expect(await entriesOf(world, end.requestId)).toEqual([
      { kind: "command", action: "organization.endTrait", subject: second.id },
    ]);
  });

  test("one period of one trait at a time, and the organization reads it without changing it", async () => {
    const organization = await addOrganization(world, city, "多世代の会（架空）");
    const wish = {
      organizationId: organization.id,
      trait: "crossAttribute",
      sinceOn: "2024-04-01",
      untilOn: null,
    } as const;
    await recordTrait.execute(administrator, { requestId: requestId(), ...wish });
    const twice = recordTrait.execute(administrator, { requestId: requestId(), ...wish, sinceOn: "2024-06-01" });
    expect(await answerOf(twice)).toBe("invalid_state organization.trait_overlaps");
    const owner = asPartner(world, city, { organizationId: organization.id });
    const { traits, abilities } = await getOrganization.execute(owner, { organizationId: organization.id });
    expect(traits.map(({ trait, sinceOn }) => [trait, sinceOn])).toEqual([["crossAttribute", "2024-04-01"]]);
    expect(abilities.recordTrait).toBe("organization.staff_only");
  });

  test("what was recorded by mistake is counted on no day, not even as the first, and may be recorded rightly", async () => {
    const organization = await addOrganization(world, city, "取り違えの会（架空）");
    const wish = { organizationId: organization.id, trait: "kayoiNoBa", untilOn: null } as const;
    const record = (sinceOn: string) =>
      recordTrait.execute(administrator, { requestId: requestId(), ...wish, sinceOn });
    const before = await countOn("2021-04-01");
    const { id: traitId } = await record("1999-04-01");
    expect([await countOn("2000-04-01"), await countOn("2021-04-01")]).toEqual([1, (before ?? 0) + 1]);
    const cancel = { requestId: requestId(), traitId, version: 1 };
    await cancelTrait.execute(administrator, cancel);
    expect([await countOn("2000-04-01"), await countOn("2021-04-01")]).toEqual([null, before]);
    const again = cancelTrait.execute(administrator, { ...cancel, requestId: requestId(), version: 2 });
    expect(await answerOf(again)).toBe("invalid_state organization.trait_cancelled");
    expect(await entriesOf(world, cancel.requestId)).toEqual([
      { kind: "command", action: "organization.cancelTrait", subject: organization.id },
    ]);
    await record("2021-04-01");
    const { traits } = await getOrganization.execute(administrator, { organizationId: organization.id });
    expect(traits.map(({ sinceOn, untilOn }) => [sinceOn, untilOn])).toEqual([
      ["2021-04-01", null],
      ["1999-04-01", "1999-04-01"],
    ]);
  });

  test("another city finds nothing to record or to count", async () => {
    const organization = await addOrganization(world, city, "別の会（架空）");
    const stranger = asStaff(world, other, "platformAdministrator");
    const wish = { organizationId: organization.id, trait: "kayoiNoBa", sinceOn: "2024-04-01", untilOn: null } as const;
    const written = recordTrait.execute(stranger, { requestId: requestId(), ...wish });
    expect(await answerOf(written)).toBe("not_found kernel.not_found");
    const { traits } = await countTraitsAsOf.execute(stranger, { on: "2026-03-31" });
    expect(traits.map(({ organizations }) => organizations)).toEqual([null, null]);
  });
});
