import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  addOrganization,
  addUser,
  answerOf,
  asPartner,
  asStaff,
  asVisitor,
  foundCity,
  noticesOf,
  openWorld,
  unknownId,
  type City,
  type Organization,
  type World,
} from "../organization/test-world.ts";
import {
  amendActivity,
  discardActivity,
  endActivity,
  getActivity,
  getPublicActivity,
  listActivities,
  listSubmittedActivities,
  returnActivity,
  setReferralCapacity,
  takeBackActivity,
} from "./index.ts";
import { activityStage, contentAt } from "./test-activity.ts";

let world: World;
let kasugai: City;
let iruma: City;
let ours: Organization;
let theirs: Organization;
let stage: ReturnType<typeof activityStage>;

beforeAll(async () => {
  world = await openWorld();
  kasugai = await foundCity(world, "kasugai");
  iruma = await foundCity(world, "iruma");
  ours = await addOrganization(world, kasugai, "藤山台みんなの会（架空）");
  theirs = await addOrganization(world, kasugai, "岩成台の会（架空）");
  stage = activityStage(world, kasugai, ours);
});
afterAll(() => world.close());

const publicPage = (id: string) => getPublicActivity.execute(asVisitor(world, kasugai), { activityId: id });
const notPublic = "not_found kernel.not_found";
const amend = async (id: string, changes: Parameters<typeof contentAt>[1]) =>
  amendActivity.execute(stage.owner, { ...(await stage.seen(id)), content: contentAt(ours, changes) });

describe("from draft to public page", () => {
  test("is public from the approval on and not a moment before", async () => {
    const id = await stage.draft();
    expect(await answerOf(publicPage(id))).toBe(notPublic);
    await stage.submit(id);
    expect(await answerOf(publicPage(id))).toBe(notPublic);
    await stage.approve(id);
    const page = await publicPage(id);
    expect(page).toMatchObject({
      title: "藤山台みんなの食堂（架空）",
      organization: { name: "藤山台みんなの会（架空）" },
      place: { name: "藤山台集会所（架空）" },
      areaNames: ["日常生活圏域 1", "東エリア"],
      verifiedOn: "2026-05-13",
      isStale: false,
    });
    expect(page.nextDates.slice(0, 2)).toEqual(["2026-05-13", "2026-05-20"]);
    expect(page).not.toHaveProperty("placeId");
    expect(page).not.toHaveProperty("referralCapacity");
  });

  test("a returned one stays hidden, shows its reason to the owner and may be handed in again", async () => {
    const id = await stage.draft();
    await stage.submit(id);
    await returnActivity.execute(stage.moderator, {
      ...(await stage.seen(id)),
      reason: "電話番号を確かめてください。",
    });
    expect(await answerOf(publicPage(id))).toBe(notPublic);
    expect(await stage.view(id)).toMatchObject({
      status: "returned",
      working: { status: "returned", returnReason: "電話番号を確かめてください。" },
      abilities: { amend: true, submit: true, approve: "activity.moderator_only" },
    });
    await amend(id, { contactPhone: "0568-00-5678" });
    await stage.submit(id);
    expect((await stage.view(id)).working).toMatchObject({ status: "submitted", returnReason: null });
    await stage.approve(id);
    expect((await publicPage(id)).contactPhone).toBe("0568-00-5678");
  });

  test("a submitted one is not written on, but may be taken back and discarded", async () => {
    const id = await stage.draft();
    await stage.submit(id);
    expect(await answerOf(amend(id, { title: "別の名前" }))).toBe("forbidden activity.waits_for_approval");
    await takeBackActivity.execute(stage.owner, await stage.seen(id));
    expect((await stage.view(id)).status).toBe("draft");
    await discardActivity.execute(stage.owner, await stage.seen(id));
    expect(await answerOf(stage.view(id))).toBe(notPublic);
    expect(await answerOf(getActivity.execute(stage.moderator, { activityId: id }))).toBe(notPublic);
  });

  test("without a date to come it is not handed in", async () => {
    const schedule = {
      kind: "weekly",
      weekday: 3,
      fromTime: "17:00",
      toTime: "19:00",
      firstOn: "2026-04-01",
      lastOn: "2026-05-12",
    } as const;
    const id = await stage.draft({ schedule });
    expect(await answerOf(stage.submit(id))).toBe("invalid_state activity.no_dates_left");
  });

  test("an ended one leaves the public pages at once", async () => {
    const id = await stage.published();
    await amend(id, { contactName: "代表" });
    await endActivity.execute(stage.owner, await stage.seen(id));
    expect(await answerOf(publicPage(id))).toBe(notPublic);
    expect(await stage.view(id)).toMatchObject({
      status: "ended",
      endedOn: "2026-05-13",
      working: null,
      isPublic: false,
    });
  });
});

describe("a change to a public activity", () => {
  test("of the contact waits, and the approved version stays public meanwhile", async () => {
    const id = await stage.published();
    await amend(id, { contactPhone: "0568-00-9999", title: "新しい名前の食堂" });
    expect((await stage.view(id)).working).toMatchObject({
      status: "draft",
      needsApproval: true,
      changes: [
        { field: "title", needsApproval: false },
        { field: "contactPhone", needsApproval: true },
      ],
    });
    expect((await getActivity.execute(stage.moderator, { activityId: id })).working).toBeNull();
    await stage.submit(id);
    expect(await publicPage(id)).toMatchObject({ title: "藤山台みんなの食堂（架空）", contactPhone: "0568-00-1234" });
    const colleague = asStaff(world, kasugai, "caseCoordinator");
    expect((await getActivity.execute(colleague, { activityId: id })).working).toBeNull();
    expect(await getActivity.execute(stage.moderator, { activityId: id })).toMatchObject({
      status: "published",
      published: { contactPhone: "0568-00-1234" },
      working: { content: { contactPhone: "0568-00-9999" } },
      abilities: { approve: true, return: true },
    });
    await returnActivity.execute(stage.moderator, { ...(await stage.seen(id)), reason: "番号が違うようです。" });
    expect((await publicPage(id)).contactPhone).toBe("0568-00-1234");
    await stage.submit(id);
    await stage.approve(id);
    expect(await publicPage(id)).toMatchObject({ title: "新しい名前の食堂", contactPhone: "0568-00-9999" });
  });

  test("of the description is public as soon as it is handed in", async () => {
    const id = await stage.published();
    await amend(id, { description: "カレーの日がふえました。" });
    expect((await publicPage(id)).description).not.toBe("カレーの日がふえました。");
    expect((await stage.view(id)).working?.needsApproval).toBe(false);
    await stage.submit(id);
    expect((await publicPage(id)).description).toBe("カレーの日がふえました。");
    expect((await stage.view(id)).working).toBeNull();
  });

  test("may be discarded without touching what is public", async () => {
    const id = await stage.published();
    await amend(id, { contactPhone: "0568-00-9999" });
    await discardActivity.execute(stage.owner, await stage.seen(id));
    expect(await stage.view(id)).toMatchObject({ status: "published", working: null });
    expect((await publicPage(id)).contactPhone).toBe("0568-00-1234");
  });

  test("of nothing is none", async () => {
    const id = await stage.published();
    expect(await answerOf(amend(id, {}))).toBe("invalid_state activity.nothing_changed");
    expect(await answerOf(stage.submit(id))).toBe("forbidden activity.nothing_to_submit");
  });
});

describe("room for referrals", () => {
  test("is never set below what was taken", async () => {
    const id = await stage.published();
    await world.behind.begin(async (sql) => {
      // Past the trigger that compares places with referrals: how places are taken is the referral module's.
      await sql`set local session_replication_role = replica`;
      await sql`update activity set referral_places_taken = 2 where id = ${id}`;
    });
    const wish = async (referralCapacity: number | null) =>
      answerOf(
        setReferralCapacity.execute(stage.owner, {
          ...(await stage.seen(id)),
          acceptsReferrals: true,
          referralCapacity,
        }),
      );
    expect(await wish(1)).toBe("invalid_state activity.capacity_below_taken");
    expect(await wish(3)).toBe("done");
    expect(await stage.view(id)).toMatchObject({ referralPlacesTaken: 2, referralPlacesFree: 1 });
    expect(await wish(null)).toBe("done");
    expect((await stage.view(id)).referralPlacesFree).toBeNull();
  });
});

describe("lists", () => {
  test("give each actor exactly the activities that getting one allows", async () => {
    const city = kasugai;
    await stage.draft();
    const returned = await stage.draft();
    await stage.submit(returned);
    await returnActivity.execute(stage.moderator, { ...(await stage.seen(returned)), reason: "理由" });
    await stage.published();
    const all = await world.behind<{ id: string }[]>`select id from activity`;
    const readers = [
      stage.owner,
      asPartner(world, city, { organizationId: theirs.id }),
      stage.moderator,
      asStaff(world, city, { code: "communityCoordinator", areaId: city.east }),
      asStaff(world, city, { code: "communityCoordinator", areaId: city.west }),
      asStaff(world, city, "caseCoordinator"),
      asStaff(world, iruma, "platformAdministrator"),
    ];
    for (const reader of readers) {
      const { items } = await listActivities.execute(reader, { pageSize: 100 });
      const listed = items.map((item) => item.id);
      const gettable: string[] = [];
      for (const { id } of all) {
        if ((await answerOf(getActivity.execute(reader, { activityId: id }))) === "done") gettable.push(id);
      }
      expect(listed.toSorted()).toEqual(gettable.toSorted());
      for (const item of items) {
        const page = await getActivity.execute(reader, { activityId: item.id });
        expect(item.abilities.confirm).toBe(page.abilities.confirm);
      }
    }
  });

  test("of what waits name the changed fields", async () => {
    const id = await stage.published();
    await amend(id, { contactPhone: "0568-00-7777" });
    await stage.submit(id);
    const { items } = await listSubmittedActivities.execute(stage.moderator, { pageSize: 100 });
    expect(items.find((item) => item.id === id)).toMatchObject({ isChange: true, changedFields: ["contactPhone"] });
    const west = asStaff(world, kasugai, { code: "communityCoordinator", areaId: kasugai.west });
    expect((await listSubmittedActivities.execute(west, {})).items.map((item) => item.id)).not.toContain(id);
  });

  test("of activities for a referral hold those that may receive one today", async () => {
    const willing = await stage.published();
    const picking = asStaff(world, kasugai, "caseCoordinator");
    const choices = async () =>
      (await listActivities.execute(picking, { acceptsReferrals: true, pageSize: 100 })).items.map((item) => item.id);
    expect(await choices()).not.toContain(willing);
    await world.behind`insert into referral_permission
        (municipality_id, id, organization_id, since_on, agreement_version, agreement_signed_on, signed_by_title)
      values (${kasugai.id}, ${unknownId()}, ${ours.id}, '2026-05-13', '第1版', '2026-05-01', '代表')`;
    expect(await choices()).toContain(willing);
    const byWord = await listActivities.execute(picking, {
      keyword: "ショクドウ",
      acceptsReferrals: true,
      pageSize: 100,
    });
    expect(byWord.items.map((item) => item.id)).toContain(willing);
  });
});

test("both sides are told: the moderators of what was handed in, the organization of the answer", async () => {
  const moderator = await addUser(world, kasugai, { organizationId: null, code: "communityCoordinator" });
  const owner = await addUser(world, kasugai, { organizationId: ours.id, code: "owner" });
  const other = await addUser(world, kasugai, { organizationId: theirs.id, code: "owner" });
  const id = await stage.draft();
  await stage.submit(id);
  await returnActivity.execute(stage.moderator, { ...(await stage.seen(id)), reason: "理由" });
  await stage.submit(id);
  await stage.approve(id);
  expect(await noticesOf(world, moderator)).toEqual(["activity.submitted", "activity.submitted"]);
  expect(await noticesOf(world, owner)).toEqual(["activity.returned", "activity.approved"]);
  expect(await noticesOf(world, other)).toEqual([]);
});
