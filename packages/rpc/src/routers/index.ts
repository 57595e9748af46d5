/* The routers, one line each, with the procedures of each audience they serve. A new module adds its line here. */
export { activityRouter as activity } from "./activity.ts";
export { auditRouter as audit } from "./audit.ts";
export { caseRouter as case } from "./case.ts";
export { consentRouter as consent } from "./consent.ts";
export { draftRouter as draft } from "./draft.ts";
export { identityRouter as identity } from "./identity.ts";
export { meetingRouter as meeting } from "./meeting.ts";
export { municipalityRouter as municipality } from "./municipality.ts";
export { noticeRouter as notice } from "./notice.ts";
export { organizationRouter as organization } from "./organization.ts";
export { platformRouter as platform } from "./platform.ts";
export { referralRouter as referral } from "./referral.ts";
export { retentionRouter as retention } from "./retention.ts";
