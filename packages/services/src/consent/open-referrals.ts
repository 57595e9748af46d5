import { and, asc, eq, inArray, refersTo } from "@tsunagari/db";
import { activity, activityVersion, organization, referral } from "@tsunagari/db/schema";
import type { DataGroup } from "@tsunagari/domain/case";
import { groupOfPacketField, openReferralStatuses } from "@tsunagari/domain/referral";
import type { Scope } from "../case/index.ts";
import { findPacketFields } from "../referral/index.ts";

/** A referral that rests on a consent: what a withdrawal ends, and a narrowing moves or ends (D-02, D-03). */
export type OpenReferral = {
  readonly id: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly activityTitle: string | null;
  /** What the consent must cover for it to go on. */
  readonly dataGroups: readonly DataGroup[];
};

const selectOpen = ({ tx, municipalityId }: Scope, caseId: string) =>
  tx
    .select({
      id: referral.id,
      grantId: referral.consentGrantId,
      organizationId: referral.organizationId,
      organizationName: organization.name,
      activityTitle: activityVersion.title,
    })
    .from(referral)
    .innerJoin(organization, refersTo(referral, "organizationId", organization))
    .innerJoin(activity, refersTo(referral, "activityId", activity))
    .leftJoin(activityVersion, refersTo(activity, "publishedVersionId", activityVersion))
    .where(
      and(
        eq(referral.municipalityId, municipalityId),
        eq(referral.caseId, caseId),
        inArray(referral.status, [...openReferralStatuses]),
      ),
    )
    .orderBy(asc(referral.id));

/** The open referrals of a case, by the consent they rest on. */
export const loadOpenReferrals = async (
  scope: Scope,
  caseId: string,
): Promise<ReadonlyMap<string, readonly OpenReferral[]>> => {
  const byGrant = new Map<string, OpenReferral[]>();
  for (const { grantId, ...row } of await selectOpen(scope, caseId)) {
    if (grantId === null) continue;
    const fields = await findPacketFields(scope, row.id);
    const groups = new Set(fields.flatMap((field) => groupOfPacketField(field) ?? []));
    byGrant.set(grantId, [...(byGrant.get(grantId) ?? []), { ...row, dataGroups: [...groups] }]);
  }
  return byGrant;
};
