import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  addOrganization,
  answerOf,
  asPartner,
  asStaff,
  entriesOf,
  foundCity,
  openWorld,
  requestId,
  unknownId,
  type City,
  type Organization,
  type World,
} from "../organization/test-world.ts";
import {
  amendActivity,
  approveActivity,
  confirmActivity,
  createActivity,
  discardActivity,
  endActivity,
  getActivity,
  returnActivity,
  setReferralCapacity,
  submitActivity,
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

const notFound = "not_found kernel.not_found";
describe("every command", () => {
  test("writes one audit entry about the activity, and answers a repeated request with the first result", async () => {
    const first = {
      requestId: requestId(),
      organizationId: ours.id,
      content: contentAt(ours),
      acceptsReferrals: false,
      referralCapacity: null,
    };
    const { id } = await createActivity.execute(stage.owner, first);
    expect(await createActivity.execute(stage.owner, first)).toEqual({ id });
    expect(await entriesOf(world, first.requestId)).toEqual([
      { kind: "command", action: "activity.create", subject: id },
    ]);
    const submitted = await stage.seen(id);
    await submitActivity.execute(stage.owner, submitted);
    await submitActivity.execute(stage.owner, submitted);
    expect(await entriesOf(world, submitted.requestId)).toEqual([
      { kind: "command", action: "activity.submit", subject: id },
    ]);
    const approved = await stage.seen(id);
    await approveActivity.execute(stage.moderator, approved);
    await approveActivity.execute(stage.moderator, approved);
    expect(await entriesOf(world, approved.requestId)).toEqual([
      { kind: "command", action: "activity.approve", subject: id },
    ]);
  });

  test("is conflict on an outdated view, and changes nothing", async () => {
    const draft = await stage.draft();
    const submitted = await stage.draft();
    await stage.submit(submitted);
    const live = await stage.published();
    const stale = (id: string) => ({ requestId: requestId(), activityId: id, version: 99 });
    const answers = [
      amendActivity.execute(stage.owner, { ...stale(draft), content: contentAt(ours) }),
      submitActivity.execute(stage.owner, stale(draft)),
      discardActivity.execute(stage.owner, stale(draft)),
      takeBackActivity.execute(stage.owner, stale(submitted)),
      approveActivity.execute(stage.moderator, stale(submitted)),
      returnActivity.execute(stage.moderator, { ...stale(submitted), reason: "理由" }),
      confirmActivity.execute(stage.owner, stale(live)),
      endActivity.execute(stage.owner, stale(live)),
      setReferralCapacity.execute(stage.owner, { ...stale(live), acceptsReferrals: false, referralCapacity: null }),
    ].map(answerOf);
    expect(new Set(await Promise.all(answers))).toEqual(new Set(["conflict kernel.stale_version"]));
    expect([
      (await stage.view(draft)).status,
      (await stage.view(submitted)).status,
      (await stage.view(live)).status,
    ]).toEqual(["draft", "submitted", "published"]);
  });

  test("finds nothing of another organization or another city", async () => {
    const id = await stage.draft();
    await stage.submit(id);
    const strangers = [
      asPartner(world, kasugai, { organizationId: theirs.id }),
      asPartner(world, iruma, { organizationId: ours.id }),
      asStaff(world, iruma, "platformAdministrator"),
    ];
    const wish = () => ({ requestId: requestId(), activityId: id, version: 2 });
    for (const stranger of strangers) {
      const answers = [
        getActivity.execute(stranger, { activityId: id }),
        amendActivity.execute(stranger, { ...wish(), content: contentAt(ours) }),
        submitActivity.execute(stranger, wish()),
        takeBackActivity.execute(stranger, wish()),
        discardActivity.execute(stranger, wish()),
        approveActivity.execute(stranger, wish()),
        returnActivity.execute(stranger, { ...wish(), reason: "理由" }),
        confirmActivity.execute(stranger, wish()),
        endActivity.execute(stranger, wish()),
        setReferralCapacity.execute(stranger, { ...wish(), acceptsReferrals: false, referralCapacity: null }),
      ].map(answerOf);
      expect(new Set(await Promise.all(answers))).toEqual(new Set([notFound]));
    }
    expect(await answerOf(getActivity.execute(stage.owner, { activityId: unknownId() }))).toBe(notFound);
  });

  test("takes no place and no organization of somebody else's", async () => {
    const fields = { requestId: requestId(), acceptsReferrals: false, referralCapacity: null };
    const elsewhere = { ...fields, organizationId: ours.id, content: contentAt(theirs) };
    expect(await answerOf(createActivity.execute(stage.owner, elsewhere))).toBe("invalid_input activity.unknown_place");
    const foreign = { ...fields, organizationId: theirs.id, content: contentAt(theirs) };
    expect(await answerOf(createActivity.execute(stage.owner, foreign))).toBe(notFound);
  });

  test("that is approved twice at once is carried out once", async () => {
    const id = await stage.draft();
    await stage.submit(id);
    const [one, two] = [await stage.seen(id), await stage.seen(id)];
    const answers = await Promise.all(
      [one, two].map((wish) => answerOf(approveActivity.execute(stage.moderator, wish))),
    );
    expect(answers.filter((answer) => answer === "done")).toHaveLength(1);
    expect(answers.filter((answer) => /^(conflict|forbidden)/u.test(answer))).toHaveLength(1);
  });
});
