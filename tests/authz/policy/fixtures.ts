import { civilDateOf, type FactsOf, type policies } from "@tsunagari/domain";
import type { CaseFacts } from "@tsunagari/domain/case";
import type { User } from "@tsunagari/domain/identity";
import type { ReferralFacts } from "@tsunagari/domain/referral";
import {
  area,
  assignedTeam,
  city,
  coordinatorId,
  endedTeam,
  otherCoordinatorId,
  platform,
  receivingOrganization,
  section,
  today,
} from "./personas.ts";

type ModuleName = keyof typeof policies;
/** For each module the situations its rules are asked about, each with the words an official reads. */
export type Fixtures = { readonly [M in ModuleName]: Readonly<Record<string, FactsOf<`${M}.read`>>> };

const self = { isSelf: true, isAdult: true, hasInvolvedAgencies: true, hasInformationSharing: true };
const openCase: CaseFacts = { ...assignedTeam, status: "intake", members: [self], openReferralCount: 0 };

const consentFacts = { ...assignedTeam, isCaseClosed: false, isMember: true };
const item = { ...assignedTeam, isCaseClosed: false, isMember: true, isCovered: true };
const meetingFacts = {
  municipalityId: city,
  legalBasis: "consented",
  status: "held",
  hasBegun: true,
  agendaItemCount: 1,
  uncoveredItemCount: 0,
  item,
} as const;

const sender = {
  ...assignedTeam,
  isCaseOpen: true,
  isActivityAccepting: true,
  isGatePassed: true,
  participationSupport: "run",
  hasOpenTwin: false,
  hasOpenSuccessor: false,
  isPurposeStated: true,
  isPacketComplete: true,
  packetVerdict: true,
} as const;
const referralFacts: ReferralFacts = {
  status: "sent",
  organizationId: receivingOrganization,
  wasSent: true,
  dueOn: civilDateOf("2026-12-10"),
  endedOn: null,
  hadFirstContact: false,
  consent: "in_force",
  isPermissionInForce: true,
  sender,
};

const user: User = {
  id: coordinatorId,
  municipalityId: city,
  portal: "staff",
  status: "active",
  departmentId: section,
  organizationId: null,
  version: 1,
};

const organizationFacts = {
  municipalityId: city,
  organizationId: receivingOrganization,
  areaIds: [area],
};
const activityFacts = { ...organizationFacts, organizationStatus: "active" } as const;
const platformFacts = {
  municipalityId: city,
  platformId: platform,
  status: "active",
  isModuleOn: true,
  memberTypes: ["organization", "consultationAgency", "individual"],
  areaIds: [area],
  organization: { organizationId: receivingOrganization, status: "active" },
} as const;

export const fixtures: Fixtures = {
  municipality: { この市の設定: { municipalityId: city } },
  identity: {
    "推進員（担当）のアカウント": { user },
    "推進員（担当）の停止中のアカウント": { user: { ...user, status: "deactivated" } },
  },
  organization: {
    "活動中の団体（受入先）": { ...organizationFacts, status: "active" },
    "休止中の団体（受入先）": { ...organizationFacts, status: "suspended" },
  },
  activity: {
    下書き: { ...activityFacts, status: "draft", workingStatus: "draft" },
    承認待ち: { ...activityFacts, status: "submitted", workingStatus: "submitted" },
    公開中: { ...activityFacts, status: "published", workingStatus: null },
    公開中で変更が承認待ち: { ...activityFacts, status: "published", workingStatus: "submitted" },
    終了: { ...activityFacts, status: "ended", workingStatus: null },
  },
  platform: {
    受入先がまだ申し込んでいない: { ...platformFacts, membershipStatus: null },
    "受入先がまだ申し込んでいない（プラットフォームを使わない市）": {
      ...platformFacts,
      isModuleOn: false,
      membershipStatus: null,
    },
    "受入先が申込中（個人だけが参加できる市）": {
      ...platformFacts,
      memberTypes: ["individual"],
      membershipStatus: "applied",
    },
    受入先が申込中: { ...platformFacts, membershipStatus: "applied" },
    受入先が参加中: { ...platformFacts, membershipStatus: "active" },
  },
  case: {
    "受付のケース（情報共有の同意あり）": openCase,
    "受付のケース（同意なし）": { ...openCase, members: [{ ...self, hasInformationSharing: false }] },
    "アセスメント中のケース（世帯全員の同意と関係機関がそろっている）": { ...openCase, status: "assessing" },
    "アセスメント中のケース（関係機関が書かれていない）": {
      ...openCase,
      status: "assessing",
      members: [{ ...self, hasInvolvedAgencies: false }],
    },
    開いたつなぎのあるケース: { ...openCase, status: "planning", openReferralCount: 1 },
    終結したケース: { ...openCase, status: "closed" },
    担当が全員外れたケース: { ...openCase, ...endedTeam },
  },
  consent: {
    同意がある: { ...consentFacts, grantStates: ["given"] },
    同意を得ていない: { ...consentFacts, grantStates: [] },
    撤回済み: { ...consentFacts, grantStates: ["withdrawn"] },
    期限切れ: { ...consentFacts, grantStates: ["expired"] },
    終結したケースの同意: { ...consentFacts, isCaseClosed: true, grantStates: ["given"] },
    担当が全員外れたケースの同意: { ...consentFacts, ...endedTeam, grantStates: ["given"] },
  },
  meeting: {
    "開催前の重層的支援会議（同意あり）": { ...meetingFacts, status: "scheduled" },
    "開催前の重層的支援会議（同意が足りない）": {
      ...meetingFacts,
      status: "scheduled",
      uncoveredItemCount: 1,
      item: { ...item, isCovered: false },
    },
    開催した重層的支援会議: meetingFacts,
    "開催した重層的支援会議（担当外のケースの議題）": { ...meetingFacts, item: { ...item, ...endedTeam } },
    "支援会議（106条の6）": { ...meetingFacts, legalBasis: "confidential" },
  },
  referral: {
    下書き: { ...referralFacts, status: "draft", wasSent: false, dueOn: null },
    "下書き（会議の決定なし）": {
      ...referralFacts,
      status: "draft",
      wasSent: false,
      sender: { ...sender, isGatePassed: false },
    },
    "下書き（参加支援事業を行っていない市）": {
      ...referralFacts,
      status: "draft",
      wasSent: false,
      sender: { ...sender, participationSupport: "underStudy" },
    },
    "下書き（提供の同意なし）": { ...referralFacts, status: "draft", wasSent: false, consent: "not_chosen" },
    送付済み: referralFacts,
    "送付済み（同意が撤回された）": { ...referralFacts, consent: "ended" },
    "送付済み（受入許可が終わった）": { ...referralFacts, isPermissionInForce: false },
    "送付済み（回答期限を過ぎた）": { ...referralFacts, dueOn: civilDateOf("2026-11-01") },
    "送付済み（担当が全員外れた）": { ...referralFacts, sender: { ...sender, ...endedTeam } },
    受入済み: { ...referralFacts, status: "accepted" },
    待機: { ...referralFacts, status: "waitlisted" },
    支援中: { ...referralFacts, status: "in_progress", hadFirstContact: true },
    完了: { ...referralFacts, status: "completed", hadFirstContact: true, endedOn: today },
    撤回: { ...referralFacts, status: "withdrawn", consent: "ended", endedOn: today },
  },
  notice: {
    "推進員（担当）へのお知らせ": { userId: coordinatorId },
    "推進員（担当外）へのお知らせ": { userId: otherCoordinatorId },
  },
  audit: { 担当ケースの閲覧記録: assignedTeam, 担当が全員外れたケースの閲覧記録: endedTeam },
  draft: { "推進員（担当）の下書き": { userId: coordinatorId } },
};
