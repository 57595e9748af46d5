import { civilDateOf } from "@tsunagari/domain";
import { addPlace, grantReferralPermission, registerOrganization } from "@tsunagari/services/organization";
import { clockAt } from "./moment.ts";
import type { OrganizationFile } from "./organizations-file.ts";
import { administrator, seedOwner } from "./people.ts";
import { areaIdOf, as, forEachOf, note, requestOf, type Seeding } from "./seeding.ts";

const seedPermission = async (seeding: Seeding, organization: OrganizationFile, organizationId: string) => {
  const permission = organization.referralPermission;
  if (!permission) return;
  await grantReferralPermission.execute(
    as(seeding, administrator, clockAt(civilDateOf(permission.agreementSignedOn), "15:00")),
    { requestId: requestOf(seeding, "permission", organization.code), organizationId, ...permission },
  );
};

const seedOrganization = async (seeding: Seeding, organization: OrganizationFile): Promise<void> => {
  const { code, name, nameKana, kind, description, phone, mail, website, place } = organization;
  const context = as(seeding, administrator, clockAt(civilDateOf(organization.registeredOn), "10:00"));
  const { id: organizationId } = await registerOrganization.execute(context, {
    requestId: requestOf(seeding, "organization", code),
    name,
    nameKana,
    kind,
    description,
    phone,
    mail,
    website,
  });
  note(seeding, "organization", { code, id: organizationId });
  const { areas, ...where } = place;
  const added = await addPlace.execute(context, {
    requestId: requestOf(seeding, "place", code),
    organizationId,
    ...where,
    postalCode: null,
    areaIds: areas.map((area) => areaIdOf(seeding, area)),
  });
  note(seeding, "place", { code, id: added.id });
  await seedPermission(seeding, organization, organizationId);
  if (organization.owner) await seedOwner(seeding, code, organization.owner);
};

/** The organizations with their places, permissions and owners. */
export const seedOrganizations = (seeding: Seeding): Promise<void> =>
  forEachOf(seeding.data.organizations, (organization) => seedOrganization(seeding, organization));
