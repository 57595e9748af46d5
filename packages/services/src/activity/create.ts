import { activity, activityVersion } from "@tsunagari/db/schema";
import { CreateActivity } from "@tsunagari/domain/activity";
import { asPartner, defineCommand, demandFound, fail, newId } from "../kernel/index.ts";
import { demandPlace } from "./place.ts";
import { contentColumns, findOpenPlace, holdOrganization } from "./rows.ts";

/** Begins an activity as a draft of the partner's own organization. */
export const createActivity = defineCommand({
  action: "activity.create",
  input: CreateActivity,
  run: async ({ tx, actor, municipalityId, input }) => {
    const { organizationId } = asPartner(actor);
    if (input.organizationId !== organizationId) return fail("not_found", "kernel.not_found");
    const [owner, place] = await Promise.all([
      holdOrganization(tx, municipalityId, organizationId),
      findOpenPlace(tx, municipalityId, { organizationId, placeId: input.content.placeId }),
    ]);
    // D-15: any active organization may post.
    if (demandFound(owner).status !== "active") return fail("forbidden", "activity.organization_not_active");
    demandPlace(place);
    const id = newId<"activity">();
    const activityRow = tx.insert(activity).values({
      municipalityId,
      id,
      organizationId,
      status: "draft",
      acceptsReferrals: input.acceptsReferrals,
      referralCapacity: input.referralCapacity,
    });
    const versionRow = tx.insert(activityVersion).values({
      municipalityId,
      id: newId<"activityVersion">(),
      activityId: id,
      organizationId,
      number: 1,
      status: "draft",
      ...contentColumns(input.content),
    });
    await Promise.all([activityRow, versionRow]);
    return { id, subjects: [{ kind: "activity", id }] };
  },
});
