import { eq } from "@tsunagari/db";
import { municipality } from "@tsunagari/db/schema";
import { GetMe, rolesOn } from "@tsunagari/domain/identity";
import { multiAgencyVerdict } from "@tsunagari/domain/case";
import { labelOn, type Program } from "@tsunagari/domain/municipality";
import { labelText } from "@tsunagari/messages";
import { defineQuery, demandFound, userIdOf } from "../../kernel/index.ts";
import { loadLabelsOn, loadOffer, loadSettings } from "../../municipality/index.ts";
import { openUserName } from "../names.ts";
import { asUser, findUser, loadAssignments, loadScopeNames } from "../store.ts";

/** Who is signed in: name, city, where he belongs, and the roles in force today under the city's names for them. */
export const getMe = defineQuery({
  action: "identity.getMe",
  input: GetMe,
  run: async ({ tx, keys, actor, municipalityId, today, may }) => {
    const row = demandFound(await findUser(tx, municipalityId, userIdOf(actor) ?? ""));
    const user = asUser(row);
    const [city] = await tx.select().from(municipality).where(eq(municipality.id, municipalityId));
    const roles = rolesOn(await loadAssignments(tx, municipalityId, [row.id]), today);
    const labels = await loadLabelsOn(tx, municipalityId, today);
    const settings = await loadSettings(tx, municipalityId);
    const names = await loadScopeNames(tx, municipalityId, [
      ...(row.departmentId === null ? [] : [{ kind: "department" as const, id: row.departmentId }]),
      ...(row.organizationId === null ? [] : [{ kind: "organization" as const, id: row.organizationId }]),
      ...roles.flatMap((role) => (role.scopeId === null ? [] : [{ kind: role.scopeKind, id: role.scopeId }])),
    ]);
    const { id, slug, name } = demandFound(city);
    const offer = await loadOffer({ tx, municipalityId }, today);
    const stateOf = (wanted: Program) =>
      offer.programs.find(({ program }) => program === wanted)?.state ?? "underStudy";
    const opening = may("case.open");
    return {
      id: row.id,
      portal: user.portal,
      name: openUserName(keys, row),
      city: { id, slug, name },
      department: row.departmentId === null ? null : { id: row.departmentId, name: names.get(row.departmentId) ?? "" },
      organization:
        row.organizationId === null ? null : { id: row.organizationId, name: names.get(row.organizationId) ?? "" },
      roles: roles.map((role) => ({
        code: role.code,
        label: labelOn(labels, `role.${role.code}`, today) ?? labelText(`role.${role.code}`),
        scopeKind: role.scopeKind,
        scopeId: role.scopeId,
        scopeName: role.scopeId === null ? null : (names.get(role.scopeId) ?? null),
      })),
      mustChangePassword: row.passwordExpiresAt !== null,
      /** The city asks for a second factor and none was shown: nothing opens but the way to one. */
      mustEnroll: (actor.kind === "staff" || actor.kind === "partner") && actor.assurance === 0,
      idleMinutes: user.portal === "staff" ? settings.staffIdleMinutes : settings.partnerIdleMinutes,
      today,
      /** What the city runs and has open today, for the menus (C-03, C-20). */
      offer,
      /** Which lists and forms open at all, so that a portal asks for nothing that would be refused. */
      abilities: {
        listCases: may("case.list"),
        openCase: opening === true ? multiAgencyVerdict(stateOf("multiAgency")) : opening,
        listSubmittedActivities: may("activity.listSubmitted"),
        listMemberships: may("platform.listMemberships"),
        listReferrals: may("referral.listForStaff"),
        listReferralInbox: may("referral.listInbox"),
      },
    };
  },
});
