import { and, desc, eq, inArray, type Tx } from "@tsunagari/db";
import { organization, platform, platformArea, platformMembership } from "@tsunagari/db/schema";
import { asId, transition, type MunicipalityId, type OrganizationId } from "@tsunagari/domain";
import { organizationStatuses } from "@tsunagari/domain/organization";
import {
  membershipMachine,
  membershipStatuses,
  platformStatuses,
  type MembershipEvent,
  type MembershipStatus,
  type PlatformFacts,
  type PlatformId,
  type PlatformMembershipId,
} from "@tsunagari/domain/platform";
import { demandFound, demandOne, demandVersion, literalOf, readClock } from "../kernel/index.ts";
import { loadIsModuleOn, loadSettings } from "../municipality/index.ts";

export type Scope = { readonly tx: Tx; readonly municipalityId: MunicipalityId };
export type PlatformRow = typeof platform.$inferSelect;
export type MembershipRow = typeof platformMembership.$inferSelect;

export const findPlatformRow = async (
  { tx, municipalityId }: Scope,
  platformId: string,
): Promise<PlatformRow | null> => {
  const [row] = await tx
    .select()
    .from(platform)
    .where(and(eq(platform.municipalityId, municipalityId), eq(platform.id, platformId)));
  return row ?? null;
};

const findOrganization = async ({ tx, municipalityId }: Scope, organizationId: OrganizationId) => {
  const [row] = await tx
    .select({ status: organization.status })
    .from(organization)
    .where(and(eq(organization.municipalityId, municipalityId), eq(organization.id, organizationId)));
  return row ? { organizationId, status: literalOf(organizationStatuses, row.status) } : null;
};

/** The newest membership of an organization; an open one, where there is one, is the newest. */
const findNewest = async ({ tx, municipalityId }: Scope, platformId: string, organizationId: OrganizationId) => {
  const [row] = await tx
    .select({ status: platformMembership.status })
    .from(platformMembership)
    .where(
      and(
        eq(platformMembership.municipalityId, municipalityId),
        eq(platformMembership.platformId, platformId),
        eq(platformMembership.organizationId, organizationId),
      ),
    )
    .orderBy(desc(platformMembership.appliedAt), desc(platformMembership.id))
    .limit(1);
  return row ? literalOf(membershipStatuses, row.status) : null;
};

/** The areas a platform covers. */
export const findAreaIds = async ({ tx, municipalityId }: Scope, platformId: string) => {
  const rows = await tx
    .select({ areaId: platformArea.areaId })
    .from(platformArea)
    .where(and(eq(platformArea.municipalityId, municipalityId), eq(platformArea.platformId, platformId)));
  return rows.map((row) => asId<"area">(row.areaId));
};

/** What the city has said about this room (C-12, C-20). */
export const findCityRules = async (scope: Scope) => {
  const { today } = await readClock(scope.tx);
  const { platformMemberTypes } = await loadSettings(scope.tx, scope.municipalityId);
  return { isModuleOn: await loadIsModuleOn(scope, "platform", today), memberTypes: platformMemberTypes };
};

/** The facts of a platform as an organization meets it, or as staff do (`organizationId` null). */
export const findFacts = async (
  scope: Scope,
  platformId: PlatformId,
  organizationId: OrganizationId | null,
): Promise<PlatformFacts | null> => {
  const row = await findPlatformRow(scope, platformId);
  if (!row) return null;
  return {
    municipalityId: scope.municipalityId,
    platformId,
    status: literalOf(platformStatuses, row.status),
    ...(await findCityRules(scope)),
    areaIds: await findAreaIds(scope, platformId),
    organization: organizationId === null ? null : await findOrganization(scope, organizationId),
    membershipStatus: organizationId === null ? null : await findNewest(scope, platformId, organizationId),
  };
};

/** The facts of one membership, its row locked; null where the fences hide it. */
export const lockMembershipFacts = async (
  scope: Scope,
  membershipId: PlatformMembershipId,
): Promise<PlatformFacts | null> => {
  const { tx, municipalityId } = scope;
  const [row] = await tx
    .select()
    .from(platformMembership)
    .where(and(eq(platformMembership.municipalityId, municipalityId), eq(platformMembership.id, membershipId)))
    .for("update");
  if (!row) return null;
  const organizationId = asId<"organization">(row.organizationId);
  const facts = await findFacts(scope, asId<"platform">(row.platformId), organizationId);
  return facts && { ...facts, membershipStatus: literalOf(membershipStatuses, row.status) };
};

/** The membership the user saw, or `conflict`. */
export const getSeenMembership = async (
  { tx, municipalityId }: Scope,
  seen: { readonly membershipId: PlatformMembershipId; readonly version: number },
): Promise<MembershipRow> => {
  const [row] = await tx
    .select()
    .from(platformMembership)
    .where(and(eq(platformMembership.municipalityId, municipalityId), eq(platformMembership.id, seen.membershipId)));
  const found = demandFound(row);
  demandVersion(found.version, seen.version);
  return found;
};

/** Moves a membership by the machine and raises its version. */
export const moveMembership = async (
  tx: Tx,
  row: MembershipRow,
  move: {
    readonly event: MembershipEvent;
    readonly with?: Partial<Pick<MembershipRow, "decidedAt" | "declineReason" | "sinceOn" | "untilOn">>;
  },
): Promise<void> => {
  const status = transition<MembershipStatus, typeof membershipMachine>("platform", membershipMachine, {
    event: move.event,
    state: literalOf(membershipStatuses, row.status),
  });
  demandOne(
    await tx
      .update(platformMembership)
      .set({ ...move.with, status, version: row.version + 1 })
      .where(
        and(
          eq(platformMembership.municipalityId, row.municipalityId),
          eq(platformMembership.id, row.id),
          eq(platformMembership.version, row.version),
        ),
      )
      .returning({ id: platformMembership.id }),
  );
};

/** Memberships that ever counted, of some platforms. */
export const findDatedMemberships = async ({ tx, municipalityId }: Scope, platformIds: readonly string[]) => {
  if (platformIds.length === 0) return [];
  return tx
    .select({
      platformId: platformMembership.platformId,
      organizationId: platformMembership.organizationId,
      sinceOn: platformMembership.sinceOn,
      untilOn: platformMembership.untilOn,
    })
    .from(platformMembership)
    .where(
      and(
        eq(platformMembership.municipalityId, municipalityId),
        inArray(platformMembership.platformId, [...platformIds]),
        inArray(platformMembership.status, ["active", "left"]),
      ),
    );
};
