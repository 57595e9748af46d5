import { definerReads, everything, fence, ownOrganization, tenant } from "./fence.ts";

export const organizationFences = [
  fence("organization", {
    staff: { select: tenant, insert: tenant, update: tenant },
    // Partners see each other as platform members do: registered bodies, no persons.
    partner: { select: tenant, update: "id = (select app.organization_id())" },
    worker: { select: tenant },
  }),
  fence("place", {
    staff: { select: tenant, insert: tenant, update: tenant },
    partner: { select: ownOrganization, insert: ownOrganization, update: ownOrganization },
    worker: { select: tenant },
  }),
  fence("place_area", {
    staff: { select: tenant, insert: tenant, update: tenant, delete: tenant },
    partner: {
      select: "place_id in (select p.id from place p)",
      insert: "place_id in (select p.id from place p)",
      update: "place_id in (select p.id from place p)",
      delete: "place_id in (select p.id from place p)",
    },
    worker: { select: tenant },
  }),
  fence("referral_permission", {
    staff: { select: tenant, insert: tenant, update: tenant },
    partner: { select: ownOrganization },
    worker: { select: tenant },
    definer: definerReads,
  }),
  fence("organization_trait", {
    staff: { select: tenant, insert: tenant, update: tenant },
    partner: { select: ownOrganization },
    worker: { select: tenant },
  }),
];

const published = { select: everything };

export const activityFences = [
  // Public data: anyone reads all of it; only its organization, the city and the clock write it.
  fence("published_activity", {
    public: published,
    staff: { ...published, insert: tenant, update: tenant, delete: tenant },
    partner: { ...published, insert: ownOrganization, update: ownOrganization, delete: ownOrganization },
    worker: { ...published, insert: tenant, update: tenant, delete: tenant },
  }),
  fence("activity", {
    staff: { select: tenant, insert: tenant, update: tenant },
    partner: { select: ownOrganization, insert: ownOrganization, update: ownOrganization },
    worker: { select: tenant, update: tenant },
    definer: definerReads,
  }),
  fence("activity_version", {
    staff: { select: tenant, insert: tenant, update: tenant },
    partner: { select: ownOrganization, insert: ownOrganization, update: ownOrganization },
    worker: { select: tenant },
  }),
];

const runsPlatforms = "(select app.has_role(array['platformAdministrator', 'communityCoordinator']))";

export const platformFences = [
  fence("platform", {
    staff: { select: tenant, insert: tenant, update: tenant },
    partner: { select: tenant },
    public: { select: tenant },
  }),
  fence("platform_area", {
    staff: { select: tenant, insert: tenant, delete: tenant },
    partner: { select: tenant },
    public: { select: tenant },
  }),
  fence("platform_operator", {
    staff: { select: tenant, insert: tenant, update: tenant },
    partner: { select: tenant },
  }),
  fence("platform_participant", {
    // D-20: a person who takes part is a number to all but those who run platforms.
    staff: {
      select: `kind = 'consultationAgency' or ${runsPlatforms}`,
      insert: runsPlatforms,
      update: runsPlatforms,
    },
    partner: {
      select: `kind = 'consultationAgency' and platform_id in (
        select m.platform_id from platform_membership m where m.status = 'active' and m.${ownOrganization})`,
      selectColumns: ["municipality_id", "id", "platform_id", "kind", "department_id", "since_on", "until_on"],
    },
    definer: definerReads,
  }),
  fence("platform_membership", {
    staff: { select: tenant, insert: tenant, update: tenant },
    partner: {
      // Own rows whatever their state; of the others only that they are members.
      select: `${ownOrganization} or status = 'active'`,
      insert: ownOrganization,
      update: ownOrganization,
    },
    definer: definerReads,
  }),
];
