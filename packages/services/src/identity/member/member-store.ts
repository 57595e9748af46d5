import { and, eq, isNull, or, sql, type Tx } from "@tsunagari/db";
import { organization, referralPermission } from "@tsunagari/db/schema";
import type { Actor, CivilDate, OrganizationId } from "@tsunagari/domain";
import { canBeGiven, type MemberRole } from "@tsunagari/domain/identity";
import { demandFound, fail } from "../../kernel/index.ts";

/** The organization an owner acts for. */
export const organizationIdOf = (actor: Actor): OrganizationId => {
  const organizationId = actor.kind === "partner" ? actor.organizationId : null;
  return organizationId ?? fail("forbidden", "identity.owner_only");
};

type Step = { readonly tx: Tx; readonly municipalityId: string; readonly today: CivilDate };

/** What the rules need to know of the own organization. */
export const loadOwnOrganization = async ({ tx, municipalityId, today }: Step, organizationId: string) => {
  const [row] = await tx
    .select({ id: organization.id, name: organization.name, status: organization.status })
    .from(organization)
    .where(and(eq(organization.municipalityId, municipalityId), eq(organization.id, organizationId)));
  const permissions = await tx
    .select({ id: referralPermission.id })
    .from(referralPermission)
    .where(
      and(
        eq(referralPermission.municipalityId, municipalityId),
        eq(referralPermission.organizationId, organizationId),
        sql`${referralPermission.sinceOn} <= ${today}`,
        or(isNull(referralPermission.untilOn), sql`${today} < ${referralPermission.untilOn}`),
      ),
    );
  return { ...demandFound(row), mayReceiveReferrals: permissions.length > 0 };
};

/** Refuses a role the organization cannot give now, and any while it is stopped. */
export const demandGivable = async (
  step: Step,
  organizationId: string,
  codes: readonly MemberRole[],
): Promise<void> => {
  const own = await loadOwnOrganization(step, organizationId);
  if (own.status !== "active") fail("invalid_state", "organization.not_active");
  for (const code of codes) {
    const verdict = canBeGiven(code, own);
    if (verdict !== true) fail("forbidden", verdict);
  }
};

/** Refuses where nobody else who can sign in would answer for the organization; owners who act at once come in turn. */
export const demandOtherOwner = async (tx: Tx, besides: string): Promise<void> => {
  const [row] = await tx.execute<{ ok: boolean }>(sql`select app.has_other_owner(${besides}::uuid) as ok`);
  if (row?.ok !== true) fail("invalid_state", "identity.last_owner");
};
