/* The words of the modules, one line each. A new module adds its line here. */
export { activityMessages } from "./activity.ts";
export { auditMessages } from "./audit.ts";
export { caseMessages } from "./case.ts";
export { consentMessages } from "./consent.ts";
export { draftMessages } from "./draft.ts";
export { identityMessages } from "./identity.ts";
export { meetingMessages } from "./meeting.ts";
export { municipalityMessages } from "./municipality.ts";
export { noticeMessages } from "./notice.ts";
export { organizationMessages } from "./organization.ts";
export { platformMessages } from "./platform.ts";
export { referralMessages } from "./referral.ts";
export { retentionMessages } from "./retention.ts";
