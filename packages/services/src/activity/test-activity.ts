import type { AmendActivity } from "@tsunagari/domain/activity";
import type { z } from "zod";
import { asPartner, asStaff, requestId, type City, type Organization, type World } from "../organization/test-world.ts";
import { approveActivity, createActivity, getActivity, submitActivity, type ActivityView } from "./index.ts";

export type ContentFields = z.input<typeof AmendActivity>["content"];

/** A weekly supper on Wednesdays from 2026-04-01 on, at the organization's place. */
export const contentAt = (organization: Organization, changes: Partial<ContentFields> = {}): ContentFields => ({
  title: "藤山台みんなの食堂（架空）",
  titleKana: "ふじやまだいみんなのしょくどう",
  category: "childrensCafeteria",
  summary: "いっしょに夕ごはんを食べる場所です。",
  description: "毎週、地域のボランティアが温かい夕ごはんを用意して待っています。",
  audiences: ["children", "parents"],
  schedule: {
    kind: "weekly",
    weekday: 3,
    fromTime: "17:00",
    toTime: "19:00",
    firstOn: "2026-04-01",
    lastOn: "",
    skippedOn: [],
  },
  placeId: organization.placeId,
  contactName: "事務局",
  contactPhone: "0568-00-1234",
  contactMail: "",
  contactWebsite: "",
  isFree: true,
  joinWay: "reserve",
  accessibility: ["wheelchair"],
  ...changes,
});

/** A city's moderator and one organization's owner, with the steps of an activity in short. */
export const activityStage = (world: World, city: City, organization: Organization) => {
  const owner = asPartner(world, city, { organizationId: organization.id });
  const moderator = asStaff(world, city, "communityCoordinator");
  const view = (id: string): Promise<ActivityView> => getActivity.execute(owner, { activityId: id });
  const seen = async (id: string) => ({ requestId: requestId(), activityId: id, version: (await view(id)).version });
  const draft = async (changes: Partial<ContentFields> = {}): Promise<string> => {
    const { id } = await createActivity.execute(owner, {
      requestId: requestId(),
      organizationId: organization.id,
      content: contentAt(organization, changes),
      acceptsReferrals: true,
      referralCapacity: 2,
    });
    return id;
  };
  const submit = async (id: string) => submitActivity.execute(owner, await seen(id));
  const approve = async (id: string) => approveActivity.execute(moderator, await seen(id));
  const published = async (changes: Partial<ContentFields> = {}): Promise<string> => {
    const id = await draft(changes);
    await submit(id);
    await approve(id);
    return id;
  };
  return { owner, moderator, view, seen, draft, submit, approve, published };
};
