import { and, eq } from "@tsunagari/db";
import { organization } from "@tsunagari/db/schema";
import { GetActivity } from "@tsunagari/domain/activity";
import { holdsOver, moderatorRoles } from "@tsunagari/domain/organization";
import { defineQuery, demandFound } from "../kernel/index.ts";
import { loadSettings } from "../municipality/index.ts";
import { findPlaceViews } from "./place-view.ts";
import { presentActivity } from "./present.ts";
import { findFacts, getActivityRows } from "./store.ts";

/** One activity with what is public, what is in work, and what the viewer may do. */
export const getActivity = defineQuery({
  action: "activity.read",
  input: GetActivity,
  load: (step) => findFacts(step, step.input.activityId),
  run: async ({ tx, actor, municipalityId, facts, input, today, may }) => {
    const rows = await getActivityRows({ tx, municipalityId }, input.activityId);
    const [owner] = await tx
      .select({ id: organization.id, name: organization.name })
      .from(organization)
      .where(and(eq(organization.municipalityId, municipalityId), eq(organization.id, facts.organizationId)));
    const isModerator = holdsOver(actor, moderatorRoles, facts.areaIds);
    const placeIds = [rows.published, rows.working].flatMap((version) => (version ? [version.placeId] : []));
    return presentActivity({
      rows,
      facts,
      organization: demandFound(owner),
      places: await findPlaceViews(tx, municipalityId, placeIds),
      rule: await loadSettings(tx, municipalityId),
      today,
      sees: actor.kind === "partner" ? "all" : isModerator ? "handedIn" : "public",
      abilities: {
        amend: may("activity.amend", facts),
        submit: may("activity.submit", facts),
        takeBack: may("activity.takeBack", facts),
        discard: may("activity.discard", facts),
        approve: may("activity.approve", facts),
        return: may("activity.return", facts),
        confirm: may("activity.confirm", facts),
        end: may("activity.end", facts),
        setReferralCapacity: may("activity.setReferralCapacity", facts),
      },
    });
  },
});
