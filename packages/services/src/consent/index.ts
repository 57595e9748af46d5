export { askConsent } from "./ask.ts";
export { giveConsent } from "./give.ts";
export { listConsents } from "./list.ts";
export { narrowConsent } from "./narrow.ts";
export { refuseConsent } from "./refuse.ts";
export { getConsentSheet } from "./sheet.ts";
export { loadGrants, lockGrants, type StoredGrant } from "./store.ts";
export { withdrawAllConsents } from "./withdraw-all.ts";
export { withdrawConsent } from "./withdraw.ts";
