import { civilDateOf } from "@tsunagari/domain";
import { recordTrait, registerOrganization } from "@tsunagari/services/organization";
import type { Context } from "@tsunagari/services/kernel";
import type { GroupFile } from "./groups-file.ts";
import { clockAt } from "./moment.ts";
import { administrator } from "./people.ts";
import { as, forEachOf, idOf, requestOf, type Seeding } from "./seeding.ts";

/** Records as what the plan counts an organization, when it is registered: the days may lie long before. */
const recordTraits = async (
  seeding: Seeding,
  context: Context,
  { code, traits, organizationId }: Pick<GroupFile, "code" | "traits"> & { readonly organizationId: string },
): Promise<void> => {
  for (const { trait, sinceOn } of traits) {
    const requestId = requestOf(seeding, "trait", code, trait);
    await recordTrait.execute(context, { requestId, organizationId, trait, sinceOn, untilOn: null });
  }
};

const seedGroup = async (seeding: Seeding, { code, traits, registeredOn, ...group }: GroupFile): Promise<void> => {
  const context = as(seeding, administrator, clockAt(civilDateOf(registeredOn), "11:00"));
  const { id: organizationId } = await registerOrganization.execute(context, {
    requestId: requestOf(seeding, "organization", code),
    ...group,
    kind: "voluntaryGroup",
    phone: null,
    mail: null,
    website: null,
  });
  await recordTraits(seeding, context, { code, traits, organizationId });
};

/** The groups that the plan counts, and which of the organizations are among them (G-10, G-12). */
export const seedCountedGroups = async (seeding: Seeding): Promise<void> => {
  const { organizations, groups } = seeding.data;
  await forEachOf(organizations, async ({ code, traits, registeredOn }) => {
    const organizationId = idOf(seeding, "organization", code);
    const context = as(seeding, administrator, clockAt(civilDateOf(registeredOn), "11:00"));
    await recordTraits(seeding, context, { code, traits, organizationId });
  });
  await forEachOf(groups, (group) => seedGroup(seeding, group));
};
