import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { endActivity, getActivity, getPublicActivity } from "../activity/index.ts";
import { activityStage } from "../activity/test-activity.ts";
import {
  addPlace,
  amendOrganization,
  amendPlace,
  closeOrganization,
  endPlace,
  getOrganization,
  grantReferralPermission,
  listOrganizations,
  registerOrganization,
  renameOrganization,
  resumeOrganization,
  revokeReferralPermission,
  suspendOrganization,
} from "./index.ts";
import {
  addOrganization,
  addUser,
  answerOf,
  asPartner,
  asStaff,
  asVisitor,
  entriesOf,
  foundCity,
  noticesOf,
  on,
  openWorld,
  requestId,
  type City,
  type Organization,
  type World,
} from "./test-world.ts";

let world: World;
let kasugai: City;
let iruma: City;
let administrator: ReturnType<typeof asStaff>;

beforeAll(async () => {
  world = await openWorld();
  kasugai = await foundCity(world, "kasugai");
  iruma = await foundCity(world, "iruma");
  administrator = asStaff(world, kasugai, "platformAdministrator");
});
afterAll(() => world.close());

const ownerOf = (organization: Organization) => asPartner(world, kasugai, { organizationId: organization.id });
const view = (organization: Organization) =>
  getOrganization.execute(administrator, { organizationId: organization.id });
const profile = {
  description: "新しい紹介です。",
  phone: "0568-00-2222",
  mail: "info@example.jp",
  website: "https://example.jp/",
};
const placeFields = (city: City) => ({
  name: "岩成台会館（架空）",
  postalCode: "",
  address: "春日井市岩成台 2丁目",
  directions: "",
  areaIds: [city.west],
});
const permission = (organization: Organization, changes: object = {}) => ({
  requestId: requestId(),
  organizationId: organization.id,
  sinceOn: "2026-05-13",
  untilOn: "",
  agreementVersion: "個人情報取扱協定 第1版",
  agreementSignedOn: "2026-05-01",
  signedByTitle: "代表",
  ...changes,
});

describe("the profile", () => {
  test("is kept by the organization itself, its name by the city", async () => {
    const ours = await addOrganization(world, kasugai, "紹介の会（架空）");
    const wish = { requestId: requestId(), organizationId: ours.id, version: 1, ...profile };
    await amendOrganization.execute(ownerOf(ours), wish);
    expect(await view(ours)).toMatchObject({ ...profile, version: 2 });
    expect(await entriesOf(world, wish.requestId)).toEqual([
      { kind: "command", action: "organization.amend", subject: ours.id },
    ]);
    const name = {
      requestId: requestId(),
      organizationId: ours.id,
      version: 2,
      name: "別名",
      nameKana: "べつめい",
      kind: "npo",
    } as const;
    expect(await answerOf(renameOrganization.execute(ownerOf(ours), name))).toBe("forbidden organization.staff_only");
  });

  test("an outdated view is conflict, a repeated request gives the first result", async () => {
    const ours = await addOrganization(world, kasugai, "版の会（架空）");
    const stale = { organizationId: ours.id, version: 9 };
    const answers = [
      amendOrganization.execute(administrator, { requestId: requestId(), ...stale, ...profile }),
      renameOrganization.execute(administrator, {
        requestId: requestId(),
        ...stale,
        name: "別名",
        nameKana: "べつめい",
        kind: "npo",
      }),
      suspendOrganization.execute(administrator, { requestId: requestId(), ...stale }),
      closeOrganization.execute(administrator, { requestId: requestId(), ...stale }),
    ].map(answerOf);
    expect(new Set(await Promise.all(answers))).toEqual(new Set(["conflict kernel.stale_version"]));
    const once = {
      requestId: requestId(),
      name: "一度の会（架空）",
      nameKana: "いちどのかい",
      kind: "npo",
      description: "紹介",
    } as const;
    const first = await registerOrganization.execute(administrator, once);
    expect(await registerOrganization.execute(administrator, once)).toEqual(first);
    const named = await listOrganizations.execute(administrator, { keyword: "一度の会" });
    expect(named.total).toBe(1);
  });

  test("of another organization or city is not found", async () => {
    const ours = await addOrganization(world, kasugai, "私たちの会（架空）");
    const theirs = await addOrganization(world, kasugai, "よその会（架空）");
    const strangers = [
      ownerOf(theirs),
      asStaff(world, iruma, "platformAdministrator"),
      asPartner(world, iruma, { organizationId: ours.id }),
    ];
    for (const stranger of strangers) {
      const wish = () => ({ requestId: requestId(), organizationId: ours.id, version: 1 });
      const answers = [
        getOrganization.execute(stranger, { organizationId: ours.id }),
        amendOrganization.execute(stranger, { ...wish(), ...profile }),
        renameOrganization.execute(stranger, { ...wish(), name: "別名", nameKana: "べつめい", kind: "npo" }),
        suspendOrganization.execute(stranger, wish()),
        resumeOrganization.execute(stranger, wish()),
        closeOrganization.execute(stranger, wish()),
        addPlace.execute(stranger, { requestId: requestId(), organizationId: ours.id, ...placeFields(kasugai) }),
        amendPlace.execute(stranger, {
          requestId: requestId(),
          placeId: ours.placeId,
          version: 1,
          ...placeFields(kasugai),
        }),
        endPlace.execute(stranger, { requestId: requestId(), placeId: ours.placeId, version: 1 }),
        grantReferralPermission.execute(stranger, permission(ours)),
      ].map(answerOf);
      expect(new Set(await Promise.all(answers))).toEqual(new Set(["not_found kernel.not_found"]));
    }
    expect(await answerOf(listOrganizations.execute(ownerOf(ours), {}))).toBe("forbidden organization.staff_only");
    const elsewhere = await listOrganizations.execute(asStaff(world, iruma, "platformAdministrator"), {});
    expect(elsewhere.total).toBe(0);
  });
});

describe("places", () => {
  test("lie in at most one area of a scheme, and in areas of the city", async () => {
    const ours = await addOrganization(world, kasugai, "場所の会（架空）");
    const add = (areaIds: string[]) =>
      answerOf(
        addPlace.execute(ownerOf(ours), {
          requestId: requestId(),
          organizationId: ours.id,
          ...placeFields(kasugai),
          areaIds,
        }),
      );
    expect(await add([kasugai.east, kasugai.west])).toBe("invalid_input organization.area_scheme_repeated");
    expect(await add([iruma.east])).toBe("invalid_input organization.unknown_area");
    expect(await add([kasugai.east, kasugai.daily1])).toBe("done");
    expect((await view(ours)).places.at(-1)?.areas.map((area) => area.name)).toEqual(["東エリア", "日常生活圏域 1"]);
  });

  test("in public use are the city's to correct, and the page follows; they cannot be taken out of use", async () => {
    const ours = await addOrganization(world, kasugai, "使用中の会（架空）");
    const activityId = await activityStage(world, kasugai, ours).published();
    const owner = ownerOf(ours);
    const wish = (version: number) => ({ requestId: requestId(), placeId: ours.placeId, version });
    expect((await getOrganization.execute(owner, { organizationId: ours.id })).places[0]).toMatchObject({
      isInUse: true,
      abilities: { amend: "organization.place_in_use", end: "organization.place_in_use" },
    });
    expect(await answerOf(amendPlace.execute(owner, { ...wish(1), ...placeFields(kasugai) }))).toBe(
      "invalid_state organization.place_in_use",
    );
    expect(await answerOf(endPlace.execute(administrator, wish(1)))).toBe("invalid_state organization.place_in_use");
    await amendPlace.execute(administrator, { ...wish(1), ...placeFields(kasugai) });
    expect(await getPublicActivity.execute(asVisitor(world, kasugai), { activityId })).toMatchObject({
      place: { name: "岩成台会館（架空）" },
      areaNames: ["西エリア"],
    });
    expect(await answerOf(amendPlace.execute(administrator, { ...wish(1), ...placeFields(kasugai) }))).toBe(
      "conflict kernel.stale_version",
    );
  });

  test("are the organization's own again when the activity has ended", async () => {
    const ours = await addOrganization(world, kasugai, "終えた会（架空）");
    const activityId = await activityStage(world, kasugai, ours).published();
    const owner = ownerOf(ours);
    const { version } = await getActivity.execute(owner, { activityId });
    await endActivity.execute(owner, { requestId: requestId(), activityId, version });
    expect((await view(ours)).places[0]).toMatchObject({ isInUse: false, abilities: { amend: true, end: true } });
  });

  test("no longer used are out of the choice", async () => {
    const ours = await addOrganization(world, kasugai, "終わる会（架空）");
    await endPlace.execute(ownerOf(ours), { requestId: requestId(), placeId: ours.placeId, version: 1 });
    expect((await view(ours)).places).toEqual([]);
    expect(await answerOf(activityStage(world, kasugai, ours).draft())).toBe("invalid_input activity.unknown_place");
  });
});

describe("the permission to receive referrals", () => {
  test("begins and ends by its dates, is told to the organization, and never overlaps another", async () => {
    const ours = await addOrganization(world, kasugai, "受入の会（架空）");
    const receiver = await addUser(world, kasugai, { organizationId: ours.id, code: "referralReceiver" });
    const wish = permission(ours, { sinceOn: "2026-05-20" });
    const { id: permissionId } = await grantReferralPermission.execute(administrator, wish);
    expect(await entriesOf(world, wish.requestId)).toEqual([
      { kind: "command", action: "organization.grantReferralPermission", subject: ours.id },
    ]);
    const stateOn = async (day: string) =>
      (await getOrganization.execute({ ...administrator, clock: on(day) }, { organizationId: ours.id }))
        .permissionState;
    expect([await stateOn("2026-05-19"), await stateOn("2026-05-20")]).toEqual(["planned", "inForce"]);
    expect(
      await answerOf(grantReferralPermission.execute(administrator, permission(ours, { sinceOn: "2026-06-01" }))),
    ).toBe("invalid_state organization.permission_overlaps");
    const revoke = { requestId: requestId(), permissionId, version: 1, reason: "協定が終わったため" };
    expect(await answerOf(revokeReferralPermission.execute(ownerOf(ours), { ...revoke, requestId: requestId() }))).toBe(
      "forbidden organization.administrator_only",
    );
    await revokeReferralPermission.execute({ ...administrator, clock: on("2026-06-10") }, revoke);
    expect([await stateOn("2026-06-09"), await stateOn("2026-06-10")]).toEqual(["inForce", "ended"]);
    expect(
      await answerOf(
        revokeReferralPermission.execute(
          { ...administrator, clock: on("2026-06-10") },
          { ...revoke, requestId: requestId() },
        ),
      ),
    ).toBe("conflict kernel.stale_version");
    expect(
      await answerOf(grantReferralPermission.execute(administrator, permission(ours, { sinceOn: "2026-06-10" }))),
    ).toBe("done");
    expect(await noticesOf(world, receiver)).toEqual([
      "organization.permission_granted",
      "organization.permission_ended",
      "organization.permission_granted",
    ]);
  });

  test("granted twice at once is granted once", async () => {
    const ours = await addOrganization(world, kasugai, "同時の会（架空）");
    const answers = await Promise.all(
      [1, 2].map(() => answerOf(grantReferralPermission.execute(administrator, permission(ours)))),
    );
    expect(answers.toSorted()).toEqual(["done", "invalid_state organization.permission_overlaps"]);
  });
});

test("the end of a registration is dated, final, and takes the activities with it", async () => {
  const ours = await addOrganization(world, kasugai, "閉じる会（架空）");
  const activityId = await activityStage(world, kasugai, ours).published();
  const wish = (version: number) => ({ requestId: requestId(), organizationId: ours.id, version });
  await closeOrganization.execute(administrator, wish(1));
  expect(await view(ours)).toMatchObject({ status: "closed", untilOn: "2026-05-13" });
  expect(await answerOf(getPublicActivity.execute(asVisitor(world, kasugai), { activityId }))).toBe(
    "not_found kernel.not_found",
  );
  expect(await answerOf(resumeOrganization.execute(administrator, wish(2)))).toBe(
    "invalid_state organization.invalid_state",
  );
});
