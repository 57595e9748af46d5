import { asId } from "@tsunagari/domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  addOrganization,
  addUser,
  answerOf,
  asPartner,
  asStaff,
  foundCity,
  openWorld,
  requestId,
  type City,
  type World,
} from "../organization/test-world.ts";
import {
  addAgency,
  addIndividual,
  approveMembership,
  countMembersAsOf,
  endParticipant,
  establishPlatform,
  listParticipants,
  listPlatforms,
  requestToJoinPlatform,
} from "./index.ts";

let world: World;
let iruma: City;
let kasugai: City;
beforeAll(async () => {
  world = await openWorld();
  kasugai = await foundCity(world, "kasugai");
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

describe("who belongs to a platform besides the organizations", () => {
  /** Staff with a role that stands in the database too: the fence asks for it. */
  const staffOf = async (code: "communityCoordinator" | "sectionOfficer") => {
    const userId = asId<"user">(await addUser(world, kasugai, { organizationId: null, code }));
    const { actor, ...system } = asStaff(world, kasugai, code);
    return { ...system, actor: { ...actor, userId } };
  };
  const child = { isMinor: true, name: "", guardianAgreedOn: "2026-05-01" } as const;
  const adult = { isMinor: false, name: "架空 花子", guardianAgreedOn: "" } as const;

  test("is an agency by name and a person by number: named to those who run it, a minor to nobody", async () => {
    const [operator, officer] = [await staffOf("communityCoordinator"), await staffOf("sectionOfficer")];
    const administrator = asStaff(world, kasugai, "platformAdministrator");
    const { id: platformId } = await establishPlatform.execute(administrator, {
      requestId: requestId(),
      name: "東エリア",
      description: "地域の団体が集まります。",
      schemeId: kasugai.platforms,
      areaIds: [kasugai.east],
      operators: [{ departmentId: kasugai.section, role: "city" }],
      sinceOn: "2023-10-01",
    });
    const agency = (departmentId: string) =>
      answerOf(
        addAgency.execute(operator, { requestId: requestId(), platformId, departmentId, sinceOn: "2026-04-01" }),
      );
    expect(await agency(kasugai.section)).toBe("invalid_input platform.unknown_agency");
    expect(await agency(kasugai.agency)).toBe("done");
    expect(await agency(kasugai.agency)).toBe("invalid_state platform.already_participates");
    const person = (who: typeof child | typeof adult, more = {}) =>
      addIndividual.execute(operator, { requestId: requestId(), platformId, sinceOn: "2026-05-02", ...who, ...more });
    expect(await answerOf(person(child, { sinceOn: "2026-06-01", guardianAgreedOn: "2026-05-31" }))).toBe(
      "invalid_input platform.agreement_in_future",
    );
    await person(child);
    const { id: participantId } = await person(adult);

    const seenBy = async (reader: typeof operator) => listParticipants.execute(reader, { platformId });
    const { agencies, individuals } = await seenBy(operator);
    expect(agencies).toMatchObject([{ name: "社会福祉協議会", sinceOn: "2026-04-01" }]);
    expect(individuals.items?.map(({ name, isMinor }) => [name, isMinor]).toSorted()).toEqual([
      [null, true],
      ["架空 花子", false],
    ]);
    expect((await seenBy(officer)).individuals).toEqual({ count: 2, below: null, items: null });
    const kept = await world.behind`select name_ciphertext as name, is_minor from platform_participant
      where platform_id = ${platformId} and kind = 'individual' order by is_minor`;
    expect(kept.map((row) => (row["name"] as Buffer | null) === null)).toEqual([false, true]);
    expect(JSON.stringify(kept)).not.toContain("花子");

    const organization = await addOrganization(world, kasugai, "仲間の会（架空）");
    const owner = asPartner(world, kasugai, { organizationId: organization.id, code: "owner" });
    const told = () => listParticipants.execute(owner, { platformId });
    expect(await answerOf(told())).toBe("forbidden platform.members_only");
    const join = { requestId: requestId(), platformId, organizationId: organization.id, message: null };
    const { id: membershipId } = await requestToJoinPlatform.execute(owner, join);
    await approveMembership.execute(administrator, { requestId: requestId(), membershipId, version: 1, sinceOn: "" });
    expect(await told()).toMatchObject({
      agencies: [{ name: "社会福祉協議会", version: null }],
      individuals: { count: null, below: 5, items: null },
      abilities: { endParticipant: "platform.operator_only" },
    });
    // G-13 counts organizations alone.
    const counts = await countMembersAsOf.execute(administrator, { on: "2026-05-13" });
    expect(counts.platforms.map(({ members }) => members)).toEqual([1]);

    const end = { requestId: requestId(), participantId, version: 1 };
    expect(await answerOf(endParticipant.execute(officer, end))).toBe("not_found kernel.not_found");
    await endParticipant.execute(operator, end);
    const [left] = await world.behind`select name_ciphertext as name, until_on::text as until
      from platform_participant where id = ${participantId}`;
    expect(left).toEqual({ name: null, until: "2026-05-13" });
    expect((await listParticipants.execute(operator, { platformId, on: "2026-05-12" })).individuals).toMatchObject({
      count: 2,
      items: [{ name: null }, { name: null }],
    });
    expect((await seenBy(operator)).individuals.count).toBe(1);
    await world.behind`insert into municipality_setting (municipality_id, id, key, value)
      values (${kasugai.id}, gen_random_uuid(), 'platformMemberTypes', ${world.behind.json(["organization"])})`;
    expect(await answerOf(person(adult))).toBe("forbidden platform.individuals_not_allowed");
  });
});
