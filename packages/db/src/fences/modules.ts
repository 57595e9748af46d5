/* The fences, one line for each file of them. A new module adds its line here. */
export { auditFences } from "./audit.ts";
export { caseFences, consentFences, meetingFences } from "./case.ts";
export { identityFences, identityTriggers } from "./identity.ts";
export { municipalityFences } from "./municipality.ts";
export { activityFences, organizationFences, platformFences } from "./network.ts";
export { noticeFences } from "./notice.ts";
export { referralFences, referralTriggers } from "./referral.ts";
export { retentionFences, retentionTriggers } from "./retention.ts";
export { secondFactorFences, secondFactorTriggers } from "./second-factor.ts";
export { auditTriggers } from "./audit-functions.ts";
export { caseTriggers } from "./case-guards.ts";
