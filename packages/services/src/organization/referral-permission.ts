import { and, eq } from "@tsunagari/db";
import { referralPermission } from "@tsunagari/db/schema";
import { asId } from "@tsunagari/domain";
import { GrantReferralPermission, periodsOverlap, RevokeReferralPermission } from "@tsunagari/domain/organization";
import { defineCommand, demandFound, demandOne, demandVersion, fail, newId } from "../kernel/index.ts";
import { notify } from "../notice/index.ts";
import { findPermissions, lockFacts } from "./store.ts";

/** Who of an organization is told: those who answer for it and those who receive. */
const toldRoles = ["owner", "referralReceiver"] as const;

/** Lets an organization receive referrals from a day on, under a signed data-handling agreement (D-14). */
export const grantReferralPermission = defineCommand({
  action: "organization.grantReferralPermission",
  input: GrantReferralPermission,
  load: (step) => lockFacts(step, step.input.organizationId),
  run: async ({ tx, keys, municipalityId, input: { requestId: _requestId, ...fields }, now }) => {
    const { organizationId } = fields;
    const earlier = await findPermissions({ tx, municipalityId }, [organizationId]);
    if (earlier.some((row) => periodsOverlap(row, fields))) {
      return fail("invalid_state", "organization.permission_overlaps");
    }
    const id = newId<"referralPermission">();
    await tx.insert(referralPermission).values({ municipalityId, id, ...fields });
    await notify(
      { tx, keys, municipalityId, now },
      { kind: "organization.permission_granted", subjectId: organizationId, to: { organizationId, roles: toldRoles } },
    );
    return { id, subjects: [{ kind: "organization", id: organizationId }] };
  },
});

/** Ends a permission today; what has not begun never begins. It has no effect on referrals already accepted. */
export const revokeReferralPermission = defineCommand({
  action: "organization.revokeReferralPermission",
  input: RevokeReferralPermission,
  load: async (step) => {
    const { tx, municipalityId, input } = step;
    const [row] = await tx
      .select({ organizationId: referralPermission.organizationId })
      .from(referralPermission)
      .where(and(eq(referralPermission.municipalityId, municipalityId), eq(referralPermission.id, input.permissionId)));
    return row ? lockFacts(step, asId<"organization">(row.organizationId)) : null;
  },
  run: async ({ tx, keys, municipalityId, facts, input, now, today }) => {
    const permissions = await findPermissions({ tx, municipalityId }, [facts.organizationId]);
    const row = demandFound(permissions.find((permission) => permission.id === input.permissionId));
    demandVersion(row.version, input.version);
    if (row.untilOn !== null && row.untilOn <= today) return fail("invalid_state", "organization.permission_ended");
    demandOne(
      await tx
        .update(referralPermission)
        .set({
          // Today is the first day without it: `[sinceOn, untilOn)` (D-34).
          untilOn: row.sinceOn > today ? row.sinceOn : today,
          endReason: input.reason,
          version: row.version + 1,
        })
        .where(
          and(
            eq(referralPermission.municipalityId, municipalityId),
            eq(referralPermission.id, row.id),
            eq(referralPermission.version, row.version),
          ),
        )
        .returning({ id: referralPermission.id }),
    );
    const { organizationId } = facts;
    await notify(
      { tx, keys, municipalityId, now },
      { kind: "organization.permission_ended", subjectId: organizationId, to: { organizationId, roles: toldRoles } },
    );
    return { id: row.id, subjects: [{ kind: "organization", id: organizationId }] };
  },
});
