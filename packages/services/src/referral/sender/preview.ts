import { mayDisclose, PreviewReferral } from "@tsunagari/domain/referral";
import { defineQuery, demandFound, type Subject } from "../../kernel/index.ts";
import { findReferral } from "../load.ts";
import { findIsAreaDisclosable, readPacket } from "../packet.ts";
import { findReferralKey } from "../person-key.ts";
import { presentShared } from "../present.ts";
import { findSenderRow } from "../rows.ts";
import { findGrant, findIsProtected } from "./sender-facts.ts";

/**
 * 「相手にはこう見えます」: the packet by the reader of the partner's page, cut to the step that is asked for and to what
 * the consent and the protection let through.
 */
export const previewReferral = defineQuery({
  action: "referral.preview",
  input: PreviewReferral,
  load: findReferral,
  run: async (step) => {
    const { tx, keys, municipalityId, input, today } = step;
    const row = demandFound(await findSenderRow(step, input.referralId));
    const held = demandFound(await findReferralKey(step, row.id));
    const grant = row.consentGrantId === null ? null : await findGrant(step, row.consentGrantId);
    const ground = {
      consentedGroups: grant?.dataGroups ?? [],
      isProtected: await findIsProtected(step, row.personId),
      isAreaDisclosable: await findIsAreaDisclosable(step, row.id),
    };
    const lines = await readPacket({ tx, keys, municipalityId, referralId: row.id, held });
    const { purpose, contactWay, activityTitle, dueOn } = await presentShared(step, row, today);
    return {
      purpose,
      contactWay,
      activityTitle,
      dueOn,
      packet: {
        openSteps: input.asStep === 2 ? ([1, 2] as const) : ([1] as const),
        lines: lines.filter((line) => line.step <= input.asStep && mayDisclose(line.field, ground) === true),
      },
      caseId: row.caseId,
      personId: row.personId,
    };
  },
  reads: ({ value, input }): readonly Subject[] => [
    { kind: "referral", id: input.referralId, caseId: value.caseId, personId: value.personId },
  ],
});
