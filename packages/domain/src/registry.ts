/*
 * Every module's policy and reasons, one line each. Actions (`referral.accept`) and their facts are inferred from here,
 * so a typo does not compile, and the authorization matrix walks this list, so no module can be left out of it.
 */
import { activityPolicy, activityReasons } from "./activity/index.ts";
import { auditPolicy, auditReasons } from "./audit/index.ts";
import { casePolicy, caseReasons } from "./case/index.ts";
import { consentPolicy, consentReasons } from "./consent/index.ts";
import { draftPolicy, draftReasons } from "./draft/index.ts";
import { identityPolicy, identityReasons } from "./identity/index.ts";
import { kernelReasons } from "./kernel/index.ts";
import { meetingPolicy, meetingReasons } from "./meeting/index.ts";
import { municipalityPolicy, municipalityReasons } from "./municipality/index.ts";
import { noticePolicy, noticeReasons } from "./notice/index.ts";
import { organizationPolicy, organizationReasons } from "./organization/index.ts";
import { platformPolicy, platformReasons } from "./platform/index.ts";
import { referralPolicy, referralReasons } from "./referral/index.ts";

export const policies = {
  municipality: municipalityPolicy,
  identity: identityPolicy,
  organization: organizationPolicy,
  activity: activityPolicy,
  platform: platformPolicy,
  case: casePolicy,
  consent: consentPolicy,
  meeting: meetingPolicy,
  referral: referralPolicy,
  notice: noticePolicy,
  audit: auditPolicy,
  draft: draftPolicy,
} as const;

export const reasons = [
  ...kernelReasons,
  ...municipalityReasons,
  ...identityReasons,
  ...organizationReasons,
  ...activityReasons,
  ...platformReasons,
  ...caseReasons,
  ...consentReasons,
  ...meetingReasons,
  ...referralReasons,
  ...noticeReasons,
  ...auditReasons,
  ...draftReasons,
] as const;
export type Reason = (typeof reasons)[number];

type Policies = typeof policies;
type FactsIn<P> = P extends { rules: { read: (question: infer Q) => unknown } }
  ? Q extends { facts: infer Facts }
    ? Facts
    : never
  : never;
type ModuleName = keyof Policies & string;
type VerbOf<M extends ModuleName> = keyof Policies[M]["rules"] & string;
type EntryOf<M extends ModuleName> = keyof Policies[M]["entries"] & string;

/** An action on something that exists, as `<module>.<verb>`. */
export type RowAction = { [M in ModuleName]: `${M}.${VerbOf<M>}` }[ModuleName];
/** An action that begins without a row, as `<module>.<entry>`. */
export type EntryAction = { [M in ModuleName]: `${M}.${EntryOf<M>}` }[ModuleName];
export type Action = RowAction | EntryAction;

/** The facts a module's rules decide on. */
export type FactsOf<A extends RowAction> = A extends `${infer M}.${string}`
  ? M extends ModuleName
    ? FactsIn<Policies[M]>
    : never
  : never;
