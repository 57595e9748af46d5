import { isKind, either, byStaff, ofOwnOrganization, type RuleTable } from "../rule.ts";

const platformRecord = isKind("staff", "partner", "public");

export const rules: RuleTable = {
  platform: platformRecord,
  platform_area: platformRecord,
  platform_operator: isKind("staff", "partner"),
  // D1: of other organizations only that they are members.
  platform_membership: either(
    byStaff,
    ofOwnOrganization,
    ({ asker }, row) => asker.kind === "partner" && row["status"] === "active",
  ),
};
