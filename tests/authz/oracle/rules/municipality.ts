import { isKind, either, byStaff, byClock, ownRow, type RuleTable } from "../rule.ts";

// What a city, its areas and its closed days are called is on the public pages.
const publicKnowledge = isKind("staff", "partner", "public", "worker");

const cityWork = either(byStaff, byClock);

export const rules: RuleTable = {
  municipality_setting: publicKnowledge,
  label: publicKnowledge,
  department: publicKnowledge,
  area_scheme: publicKnowledge,
  area: publicKnowledge,
  department_name: publicKnowledge,
  program_status: publicKnowledge,
  program_department: publicKnowledge,
  module_switch: publicKnowledge,
  implementation_plan: publicKnowledge,
  plan_review_body: publicKnowledge,
  // Who sits where, and who changed the city's set-up, is for the city's own work.
  meeting_body: cityWork,
  meeting_body_name: cityWork,
  body_member: cityWork,
  municipality_change: cityWork,
  closed_day: publicKnowledge,
  city_page: publicKnowledge,
  command_receipt: either(ownRow, ({ asker }, row) => asker.kind === "worker" && row["user_id"] === null),
};
