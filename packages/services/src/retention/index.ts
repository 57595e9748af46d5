export { confirmRetention, postponeRetention, resumeRetention, revokeRetention } from "./decide.ts";
export { carryOutRetention } from "./destroy.ts";
export { findRetentionDue } from "./find-due.ts";
export { listDestroyed, listRetention } from "./list.ts";
export { endRetentionOfficer, listRetentionOfficers, nameRetentionOfficer } from "./officers.ts";
