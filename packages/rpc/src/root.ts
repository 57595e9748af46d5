import { activityRouter } from "./routers/activity.ts";
import { auditRouter } from "./routers/audit.ts";
import { caseRouter } from "./routers/case.ts";
import { consentRouter } from "./routers/consent.ts";
import { draftRouter } from "./routers/draft.ts";
import { identityRouter } from "./routers/identity.ts";
import { meetingRouter } from "./routers/meeting.ts";
import { municipalityRouter } from "./routers/municipality.ts";
import { noticeRouter } from "./routers/notice.ts";
import { organizationRouter } from "./routers/organization.ts";
import { platformRouter } from "./routers/platform.ts";
import { referralRouter } from "./routers/referral.ts";
import { router } from "./trpc.ts";

/** What staff may call; mounted only on a node with the role `staff`. */
export const staffRouter = router({
  municipality: municipalityRouter.staff,
  identity: identityRouter.staff,
  organization: organizationRouter.staff,
  activity: activityRouter.staff,
  platform: platformRouter.staff,
  draft: draftRouter.staff,
  case: caseRouter.staff,
  consent: consentRouter.staff,
  meeting: meetingRouter.staff,
  referral: referralRouter.staff,
  notice: noticeRouter.staff,
  audit: auditRouter.staff,
});

/** What partner organizations may call. */
export const partnerRouter = router({
  municipality: municipalityRouter.partner,
  identity: identityRouter.partner,
  organization: organizationRouter.partner,
  activity: activityRouter.partner,
  platform: platformRouter.partner,
  referral: referralRouter.partner,
  notice: noticeRouter.partner,
  draft: draftRouter.partner,
});

/** What anyone may read, with GET. */
export const publicRouter = router({
  municipality: municipalityRouter.public,
  activity: activityRouter.public,
});

export type StaffRouter = typeof staffRouter;
export type PartnerRouter = typeof partnerRouter;
export type PublicRouter = typeof publicRouter;
