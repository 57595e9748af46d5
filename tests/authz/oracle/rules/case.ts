import { hasOpenPacket, isDisclosed } from "../disclosure.ts";
import { hasCase, inCity } from "../standing.ts";
import { either, inOwnCase, type RuleTable } from "../rule.ts";

export const rules: RuleTable = {
  // Cases and persons (D-33, D-23). The partner has no case and no person, only what a packet of its own opens (D-10).
  support_case: (question, row) => hasCase(question, row.id),
  case_assignment: inOwnCase,
  case_event: inOwnCase,
  person: inOwnCase,
  person_key: either(inOwnCase, (question, row) => hasOpenPacket(question, row["person_id"])),
  person_field: either(inOwnCase, (question, row) =>
    inCity(question, "referral_packet_field").some(
      (field) => field["person_field_id"] === row.id && isDisclosed(question, field),
    ),
  ),
  person_name_token: inOwnCase,
};
