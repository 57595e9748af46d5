import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  addOrganization,
  answerOf,
  asPartner,
  asStaff,
  foundCity,
  openWorld,
  requestId,
  type City,
  type World,
} from "../organization/test-world.ts";
import { establishPlatform, listPlatforms, requestToJoinPlatform } from "./index.ts";

let world: World;
let iruma: City;
beforeAll(async () => {
  world = await openWorld();
  iruma = await foundCity(world, "iruma");
});
afterAll(() => world.close());

describe("what the city has said about its platforms", () => {
  const say = (key: string, value: readonly string[]) =>
    world.behind`insert into municipality_setting (municipality_id, id, key, value)
      values (${iruma.id}, gen_random_uuid(), ${key}, ${world.behind.json([...value])})`;
  const wish = () => ({
    requestId: requestId(),
    name: "入間のプラットフォーム",
    description: "地域の団体が集まります。",
    schemeId: iruma.platforms,
    areaIds: [iruma.east],
    operators: [{ departmentId: iruma.section, role: "city" as const }],
    sinceOn: "2023-10-01",
  });

  test("holds when one is established and when somebody joins", async () => {
    const there = asStaff(world, iruma, "platformAdministrator");
    await say("platformOperatorRoles", ["coordinator"]);
    expect(await answerOf(establishPlatform.execute(there, wish()))).toBe(
      "invalid_input platform.operator_role_not_allowed",
    );
    const operators = [{ departmentId: iruma.agency, role: "coordinator" as const }];
    const { id: platformId } = await establishPlatform.execute(there, { ...wish(), operators });
    const organization = await addOrganization(world, iruma, "入間の広場（架空）");
    const owner = asPartner(world, iruma, { organizationId: organization.id, code: "owner" });
    const join = () => ({ requestId: requestId(), platformId, organizationId: organization.id, message: null });
    await say("platformMemberTypes", ["individual"]);
    expect(await answerOf(requestToJoinPlatform.execute(owner, join()))).toBe(
      "forbidden platform.member_type_not_allowed",
    );
    await world.behind`insert into module_switch (municipality_id, id, module, is_on, since_on)
      values (${iruma.id}, gen_random_uuid(), 'platform', false, '2026-04-01')`;
    expect(await answerOf(requestToJoinPlatform.execute(owner, join()))).toBe("forbidden platform.module_off");
    expect(await answerOf(establishPlatform.execute(there, { ...wish(), operators }))).toBe(
      "invalid_state platform.module_off",
    );
    expect((await listPlatforms.execute(owner, {}))[0]?.abilities.requestToJoin).toBe("platform.module_off");
  });
});
