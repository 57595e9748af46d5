import { defaultDueOn, isPermittedDueOn, referralClocksOf, SendReferral } from "@tsunagari/domain/referral";
import type { CivilDate } from "@tsunagari/domain";
import { defineCommand, demandFound, fail } from "../../kernel/index.ts";
import { loadCalendar, loadSettings } from "../../municipality/index.ts";
import { loadReferralForUpdate } from "../load.ts";
import { getMovable, moveRow, subjectsOf } from "../move.ts";
import { demandUnnamed, readPacketForm } from "../packet.ts";
import { findReferralKey } from "../person-key.ts";
import { tellReceivers } from "../recipients.ts";
import { dateOrNull, type ReferralScope } from "../rows.ts";

/** D-39: the default term is also the longest; an earlier day may be wished, and there is no grace. */
export const dueOnFor = async (
  { tx, municipalityId }: ReferralScope,
  wished: CivilDate | null,
  today: CivilDate,
): Promise<CivilDate> => {
  const calendar = await loadCalendar(tx, municipalityId);
  const latestOn = defaultDueOn(today, calendar, referralClocksOf(await loadSettings(tx, municipalityId)));
  const dueOn = wished ?? latestOn;
  if (!isPermittedDueOn(dueOn, today, latestOn)) {
    return fail("invalid_input", "referral.due_on_out_of_range", { fields: [{ path: "dueOn", code: "out_of_range" }] });
  }
  return dueOn;
};

/** Sends a draft to the receiving organization. Consent, permission and gate are asked under their locks. */
export const sendReferral = defineCommand({
  action: "referral.send",
  input: SendReferral,
  load: loadReferralForUpdate,
  run: async (step) => {
    const { tx, keys, municipalityId, input, now, today } = step;
    const row = await getMovable(step, input);
    const held = demandFound(await findReferralKey(step, row.id));
    const form = await readPacketForm({ tx, keys, municipalityId, referralId: row.id, held });
    const { wishes, needs, times, staffContact } = form;
    await demandUnnamed(step, held.personId, { wishes, needs, times, staffContact });
    const dueOn = await dueOnFor(step, dateOrNull(row.dueOn), today);
    await moveRow(step, row, { event: "send", changes: { sentAt: now, dueOn, clockStartedOn: today } });
    await tellReceivers(step, row.organizationId, { kind: "referral.received", referralId: row.id });
    return { id: row.id, subjects: await subjectsOf(step, row.id) };
  },
});
