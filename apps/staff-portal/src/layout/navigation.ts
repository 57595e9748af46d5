import { caseReaderRoles } from "@tsunagari/domain/case";
import { retentionReaderRoles } from "@tsunagari/domain/retention";
import type { RoleCode } from "@tsunagari/domain/kernel";
import type { NavigationItem } from "@tsunagari/portal";

/** Who works on cases; administrators and advisers have none. */
const caseworkers: readonly RoleCode[] = [
  "caseCoordinator",
  "outreachWorker",
  "communityCoordinator",
  "consultationAgent",
  "sectionOfficer",
  "supervisor",
];

/** The menu, one line per module. A line shows when its page is part of the build. */
export const navigation: readonly NavigationItem[] = [
  { to: "/", label: "今日", icon: "home", isPrimary: true },
  { to: "/cases", label: "ケース", icon: "case", isPrimary: true, roles: caseReaderRoles, program: "multiAgency" },
  { to: "/meetings", label: "会議", icon: "meeting", isPrimary: true, roles: caseReaderRoles, program: "multiAgency" },
  {
    to: "/referrals",
    label: "つなぎ",
    icon: "referral",
    isPrimary: true,
    roles: caseworkers,
    program: "participationSupport",
  },
  { to: "/organizations", label: "団体", icon: "organization" },
  { to: "/approvals", label: "活動の承認", icon: "approval" },
  { to: "/activities", label: "活動", icon: "activity" },
  { to: "/platforms", label: "プラットフォーム", icon: "platform", module: "platform" },
  { to: "/notices", label: "お知らせ", icon: "notice" },
  { to: "/outbox", label: "メールの送信", icon: "mail", roles: ["platformAdministrator", "auditor"] },
  { to: "/audits", label: "記録の鎖", icon: "lock", roles: ["auditor", "platformAdministrator"] },
  { to: "/retention", label: "保存期間", icon: "retention", roles: retentionReaderRoles },
  { to: "/users", label: "利用者", icon: "person", roles: ["platformAdministrator"] },
  { to: "/settings", label: "設定", icon: "settings" },
];
