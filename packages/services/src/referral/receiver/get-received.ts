import type { Verdict } from "@tsunagari/domain";
import { GetReferral, holdsPlace, openPacketSteps, reasonToldToPartner } from "@tsunagari/domain/referral";
import { defineQuery, demandFound, type Subject } from "../../kernel/index.ts";
import { findReferral } from "../load.ts";
import { readMessages } from "../messages.ts";
import { readPacket } from "../packet.ts";
import { findReferralKey } from "../person-key.ts";
import { presentShared, presentTexts, readHistory } from "../present.ts";
import { dateOrNull, findSharedRow } from "../rows.ts";

/**
 * Whom a reading showed, for the access log alone: on the wire the id would let a receiver recognize before acceptance
 * somebody it knows from another referral (threat 24).
 */
const personShown = new WeakMap<object, string>();

/**
 * A referral as its receiver sees it: what is open of the packet now, questions, history, and what may be done. Every
 * reading of an open packet is in the access log of the person (D-36).
 */
export const getReceivedReferral = defineQuery({
  action: "referral.read",
  input: GetReferral,
  load: findReferral,
  run: async (step) => {
    const { tx, keys, municipalityId, input, facts, today, may } = step;
    const row = demandFound(await findSharedRow(step, input.referralId));
    const held = await findReferralKey(step, row.id);
    const lines = held === null ? [] : await readPacket({ tx, keys, municipalityId, referralId: row.id, held });
    const openSteps = openPacketSteps({
      status: facts.status,
      isConsentInForce: facts.consent === "in_force",
      packetClosesOn: dateOrNull(row.packetClosesOn),
      today,
    });
    const shared = await presentShared(step, row, today);
    // D-30: what takes a place is refused while there is none, before anything is typed.
    const withPlace = (verdict: Verdict): Verdict =>
      verdict === true ? shared.hasFreePlace || holdsPlace(facts.status) || "referral.no_place_left" : verdict;
    const shown = {
      ...shared,
      reasonCode: reasonToldToPartner(facts.status, shared.reasonCode),
      ...presentTexts(municipalityId, row, held),
      packet: { openSteps, lines },
      messages: await readMessages(step, row.id, held),
      history: await readHistory(step, { referralId: row.id, held, isForPartner: true }),
      abilities: {
        accept: withPlace(may("referral.accept", facts)),
        decline: may("referral.decline", facts),
        waitlist: may("referral.waitlist", facts),
        unaccept: may("referral.unaccept", facts),
        start: withPlace(may("referral.start", facts)),
        complete: may("referral.complete", facts),
        markNotHelped: may("referral.markNotHelped", facts),
        reopen: withPlace(may("referral.reopen", facts)),
        ask: may("referral.ask", facts),
        markSeen: may("referral.markSeen", facts),
        confirmDestroyed: may("referral.confirmDestroyed", facts),
      },
    };
    if (held !== null) personShown.set(shown, held.personId);
    return shown;
  },
  reads: ({ value }): readonly Subject[] => {
    const personId = personShown.get(value);
    return personId === undefined ? [] : [{ kind: "referral", id: value.id, personId }];
  },
});
