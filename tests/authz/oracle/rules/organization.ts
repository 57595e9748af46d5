import { inCity } from "../standing.ts";
import { isKind, either, byStaff, byClock, ofOwnOrganization, networkRecord, type RuleTable } from "../rule.ts";

export const rules: RuleTable = {
  organization: isKind("staff", "partner", "worker"),
  place: networkRecord,
  place_area: either(byStaff, byClock, (question, row) =>
    inCity(question, "place").some((place) => place.id === row["place_id"] && ofOwnOrganization(question, place)),
  ),
  referral_permission: networkRecord,
  organization_trait: networkRecord,
};
