import { holds, inCity } from "../standing.ts";
import { isKind, either, byStaff, ofOwnOrganization, type RuleTable } from "../rule.ts";

const platformRecord = isKind("staff", "partner", "public");

export const rules: RuleTable = {
  platform: platformRecord,
  platform_area: platformRecord,
  platform_operator: isKind("staff", "partner"),
  // D-20: a person is a number to all but those who run platforms; agencies are named to the members among themselves.
  platform_participant: either(
    (question, row) =>
      byStaff(question) &&
      (row["kind"] === "consultationAgency" || holds(question, "platformAdministrator", "communityCoordinator")),
    (question, row) =>
      question.asker.kind === "partner" &&
      row["kind"] === "consultationAgency" &&
      inCity(question, "platform_membership").some(
        (membership) =>
          membership["platform_id"] === row["platform_id"] &&
          membership["status"] === "active" &&
          ofOwnOrganization(question, membership),
      ),
  ),
  // D1: of other organizations only that they are members.
  platform_membership: either(
    byStaff,
    ofOwnOrganization,
    ({ asker }, row) => asker.kind === "partner" && row["status"] === "active",
  ),
};
