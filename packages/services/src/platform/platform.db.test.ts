import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  addOrganization,
  addUser,
  answerOf,
  asPartner,
  asStaff,
  entriesOf,
  foundCity,
  noticesOf,
  on,
  openWorld,
  requestId,
  type City,
  type Organization,
  type World,
} from "../organization/test-world.ts";
import {
  requestToJoinPlatform,
  approveMembership,
  cancelApplication,
  countMembersAsOf,
  declineMembership,
  establishPlatform,
  getPlatform,
  leavePlatform,
  listMembers,
  listMemberships,
  listPlatforms,
} from "./index.ts";

let world: World;
let kasugai: City;
let iruma: City;
let administrator: ReturnType<typeof asStaff>;
let coordinator: ReturnType<typeof asStaff>;

beforeAll(async () => {
  world = await openWorld();
  kasugai = await foundCity(world, "kasugai");
  iruma = await foundCity(world, "iruma");
  administrator = asStaff(world, kasugai, "platformAdministrator");
  coordinator = asStaff(world, kasugai, "communityCoordinator");
});
afterAll(() => world.close());

const establish = async (name: string, areaId: string = kasugai.east) => {
  const { id } = await establishPlatform.execute(administrator, {
    requestId: requestId(),
    name,
    description: "地域の団体が集まり、話し合い、いっしょに取り組みます。",
    schemeId: kasugai.platforms,
    areaIds: [areaId],
    operators: [
      { departmentId: kasugai.section, role: "city" },
      { departmentId: kasugai.agency, role: "coordinator" },
    ],
    sinceOn: "2023-10-01",
  });
  return id;
};
const ownerOf = (organization: Organization) => asPartner(world, kasugai, { organizationId: organization.id });
const apply = async (organization: Organization, platformId: string) => {
  const wish = {
    requestId: requestId(),
    platformId,
    organizationId: organization.id,
    message: "よろしくお願いします。",
  };
  return (await requestToJoinPlatform.execute(ownerOf(organization), wish)).id;
};
const step = (membershipId: string, version = 1) => ({ requestId: requestId(), membershipId, version });
const join = async (organization: Organization, platformId: string, sinceOn = "") => {
  const id = await apply(organization, platformId);
  await approveMembership.execute(coordinator, { ...step(id), sinceOn });
  return id;
};
const membersOn = async (platformId: string, day: string) => {
  const counts = await countMembersAsOf.execute(administrator, { on: day });
  return counts.platforms.find((platform) => platform.platformId === platformId)?.members;
};

describe("an application", () => {
  test("is seen by both sides, approved with a date, and told", async () => {
    const east = await establish("東エリア（申込）");
    const ours = await addOrganization(world, kasugai, "申し込む会（架空）");
    const operator = await addUser(world, kasugai, { organizationId: null, code: "communityCoordinator" });
    const member = await addUser(world, kasugai, { organizationId: ours.id, code: "owner" });
    const owner = ownerOf(ours);
    expect(await getPlatform.execute(owner, { platformId: east })).toMatchObject({
      areaNames: ["東エリア"],
      operators: [
        { name: "地域共生推進課", role: "city" },
        { name: "社会福祉協議会", role: "coordinator" },
      ],
      memberCount: 0,
      membership: null,
      abilities: { requestToJoin: true, leave: "platform.no_application" },
    });
    const id = await apply(ours, east);
    expect(await getPlatform.execute(owner, { platformId: east })).toMatchObject({
      membership: { id, status: "applied" },
      abilities: {
        requestToJoin: "platform.already_applied",
        cancelApplication: true,
        listMembers: "platform.members_only",
      },
    });
    const queue = await listMemberships.execute(coordinator, { platformId: east, status: "applied" });
    expect(queue.items).toMatchObject([
      {
        id,
        organizationName: "申し込む会（架空）",
        message: "よろしくお願いします。",
        abilities: { approve: true, decline: true },
      },
    ]);
    const approval = { ...step(id), sinceOn: "2026-05-01" };
    await approveMembership.execute(coordinator, approval);
    await approveMembership.execute(coordinator, approval);
    expect(await entriesOf(world, approval.requestId)).toEqual([
      { kind: "command", action: "platform.approve", subject: east },
    ]);
    expect(await getPlatform.execute(owner, { platformId: east })).toMatchObject({
      memberCount: 1,
      membership: { status: "active", sinceOn: "2026-05-01" },
      abilities: { leave: true, listMembers: true },
    });
    expect(await noticesOf(world, operator)).toEqual(["platform.applied"]);
    expect(await noticesOf(world, member)).toEqual(["platform.approved"]);
  });

  test("is declined with a reason the organization reads, and may be made again", async () => {
    const east = await establish("東エリア（お断り）");
    const ours = await addOrganization(world, kasugai, "断られる会（架空）");
    const id = await apply(ours, east);
    await declineMembership.execute(coordinator, { ...step(id), reason: "対象の地域での活動が見えませんでした。" });
    expect(await getPlatform.execute(ownerOf(ours), { platformId: east })).toMatchObject({
      membership: { status: "declined", declineReason: "対象の地域での活動が見えませんでした。" },
      abilities: { requestToJoin: true },
    });
    const again = await apply(ours, east);
    await cancelApplication.execute(ownerOf(ours), step(again));
    await join(ours, east);
    expect(await membersOn(east, "2026-05-13")).toBe(1);
  });

  test("made twice at once is made once", async () => {
    const east = await establish("東エリア（同時）");
    const ours = await addOrganization(world, kasugai, "急ぐ会（架空）");
    const answers = await Promise.all([1, 2].map(() => answerOf(apply(ours, east))));
    expect(answers.filter((answer) => answer === "done")).toHaveLength(1);
  });

  test("counts from a day within the platform's life and not far ahead", async () => {
    const east = await establish("東エリア（日付）");
    const ours = await addOrganization(world, kasugai, "日付の会（架空）");
    const id = await apply(ours, east);
    const on_ = (sinceOn: string) => answerOf(approveMembership.execute(coordinator, { ...step(id), sinceOn }));
    expect(await on_("2023-09-30")).toBe("invalid_input platform.before_platform");
    expect(await on_("2027-05-13")).toBe("invalid_input platform.too_far_ahead");
    expect(await on_("2023-10-01")).toBe("done");
  });
});

describe("numbers of members", () => {
  test("hold for each day as it was, each organization once, whatever happened since", async () => {
    const east = await establish("東エリア（数）");
    const west = await establish("西エリア（数）", kasugai.west);
    const organizations: Organization[] = [];
    for (let n = 1; n <= 4; n += 1) organizations.push(await addOrganization(world, kasugai, `数える会 ${n}（架空）`));
    const [first, second, third, fourth] = organizations;
    if (!first || !second || !third || !fourth) throw new Error("four organizations");
    await join(first, east, "2024-04-01");
    const leaving = await join(second, east, "2025-04-01");
    await join(third, east, "2026-03-31");
    await join(first, west, "2025-06-01");
    await apply(fourth, east);
    await leavePlatform.execute({ ...ownerOf(second), clock: on("2026-05-20") }, step(leaving, 2));
    for (const [day, members] of [
      ["2024-03-31", 0],
      ["2024-04-01", 1],
      ["2026-03-30", 2],
      ["2026-03-31", 3],
      ["2026-05-19", 3],
      ["2026-05-20", 2],
    ] as const) {
      expect([day, await membersOn(east, day)]).toEqual([day, members]);
      const { total } = await listMembers.execute(administrator, { platformId: east, on: day });
      expect([day, total]).toEqual([day, members]);
    }
    const again = await requestToJoinPlatform.execute(
      { ...ownerOf(second), clock: on("2026-05-21") },
      { requestId: requestId(), platformId: east, organizationId: second.id, message: "" },
    );
    await approveMembership.execute(
      { ...coordinator, clock: on("2026-05-22") },
      { ...step(again.id), sinceOn: "2026-04-01" },
    );
    expect(await membersOn(east, "2026-05-01")).toBe(3);
    const adviser = asStaff(world, kasugai, "adviser");
    const counts = await countMembersAsOf.execute(adviser, { on: "2026-03-31" });
    const ofTheTwo = counts.platforms.filter((platform) => [east, west].includes(platform.platformId));
    expect(ofTheTwo.map((platform) => platform.members)).toEqual([3, 1]);
    expect(counts.distinctMembers).toBeLessThan(counts.platforms.reduce((sum, platform) => sum + platform.members, 0));
  });
});

describe("others", () => {
  test("find no membership of another organization, and nothing of another city", async () => {
    const east = await establish("東エリア（他者）");
    const ours = await addOrganization(world, kasugai, "参加の会（架空）");
    const theirs = await addOrganization(world, kasugai, "他の会（架空）");
    const id = await apply(ours, east);
    const strangers = [
      ownerOf(theirs),
      asStaff(world, iruma, "platformAdministrator"),
      asPartner(world, iruma, { organizationId: ours.id }),
    ];
    for (const stranger of strangers) {
      const answers = [
        cancelApplication.execute(stranger, step(id)),
        leavePlatform.execute(stranger, step(id)),
        approveMembership.execute(stranger, { ...step(id), sinceOn: "" }),
        declineMembership.execute(stranger, { ...step(id), reason: "理由" }),
        requestToJoinPlatform.execute(stranger, { requestId: requestId(), platformId: east, organizationId: ours.id }),
      ].map(answerOf);
      expect(new Set(await Promise.all(answers))).toEqual(new Set(["not_found kernel.not_found"]));
    }
    expect(
      await answerOf(getPlatform.execute(asStaff(world, iruma, "platformAdministrator"), { platformId: east })),
    ).toBe("not_found kernel.not_found");
    expect(await listPlatforms.execute(asPartner(world, iruma, { organizationId: ours.id }), {})).toEqual([]);
    expect((await getPlatform.execute(ownerOf(theirs), { platformId: east })).membership).toBeNull();
    expect(await answerOf(listMembers.execute(ownerOf(theirs), { platformId: east }))).toBe(
      "forbidden platform.members_only",
    );
    expect(await answerOf(listMemberships.execute(ownerOf(ours), {}))).toBe("forbidden platform.staff_only");
  });

  test("on an outdated view change nothing", async () => {
    const east = await establish("東エリア（版）");
    const ours = await addOrganization(world, kasugai, "古い画面の会（架空）");
    const id = await apply(ours, east);
    const answers = [
      approveMembership.execute(coordinator, { ...step(id, 7), sinceOn: "" }),
      declineMembership.execute(coordinator, { ...step(id, 7), reason: "理由" }),
      cancelApplication.execute(ownerOf(ours), step(id, 7)),
    ].map(answerOf);
    expect(new Set(await Promise.all(answers))).toEqual(new Set(["conflict kernel.stale_version"]));
    expect((await getPlatform.execute(ownerOf(ours), { platformId: east })).membership?.status).toBe("applied");
  });

  test("than the administrator establish no platform, and none outside the city's areas", async () => {
    const wish = {
      requestId: requestId(),
      name: "別のエリア",
      description: "説明",
      schemeId: kasugai.platforms,
      areaIds: [iruma.east],
      operators: [{ departmentId: kasugai.section, role: "city" as const }],
      sinceOn: "2026-04-01",
    };
    expect(await answerOf(establishPlatform.execute(coordinator, { ...wish, areaIds: [kasugai.east] }))).toBe(
      "forbidden platform.administrator_only",
    );
    expect(await answerOf(establishPlatform.execute(administrator, { ...wish, areaIds: [iruma.east] }))).toBe(
      "invalid_input platform.unknown_area",
    );
  });
});

test("every partner sees the platforms of the city and what it may do there", async () => {
  const ours = await addOrganization(world, kasugai, "眺める会（架空）");
  const views = await listPlatforms.execute(ownerOf(ours), {});
  expect(views.length).toBeGreaterThan(1);
  for (const view of views) {
    expect(view).toEqual(await getPlatform.execute(ownerOf(ours), { platformId: view.id }));
    expect(view).toMatchObject({ membership: null, applicationCount: null, abilities: { requestToJoin: true } });
  }
});
