import {
  askConsent,
  getConsentSheet,
  giveConsent,
  listConsents,
  narrowConsent,
  refuseConsent,
  withdrawAllConsents,
  withdrawConsent,
} from "@tsunagari/services/consent";
import { expose } from "../trpc.ts";

export const consentRouter = {
  staff: {
    list: expose(listConsents),
    getSheet: expose(getConsentSheet),
    ask: expose(askConsent),
    refuse: expose(refuseConsent),
    give: expose(giveConsent),
    narrow: expose(narrowConsent),
    withdraw: expose(withdrawConsent),
    withdrawAll: expose(withdrawAllConsents),
  },
};
