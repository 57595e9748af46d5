/*
 * The modules, one line each: what `registry.ts` builds actions, facts and reasons from. A new module adds its line here.
 */
export { activityPolicy, activityReasons } from "./activity/index.ts";
export { auditPolicy, auditReasons } from "./audit/index.ts";
export { casePolicy, caseReasons } from "./case/index.ts";
export { consentPolicy, consentReasons } from "./consent/index.ts";
export { draftPolicy, draftReasons } from "./draft/index.ts";
export { identityPolicy, identityReasons } from "./identity/index.ts";
export { meetingPolicy, meetingReasons } from "./meeting/index.ts";
export { municipalityPolicy, municipalityReasons } from "./municipality/index.ts";
export { noticePolicy, noticeReasons } from "./notice/index.ts";
export { organizationPolicy, organizationReasons } from "./organization/index.ts";
export { platformPolicy, platformReasons } from "./platform/index.ts";
export { referralPolicy, referralReasons } from "./referral/index.ts";
export { retentionPolicy, retentionReasons } from "./retention/index.ts";
