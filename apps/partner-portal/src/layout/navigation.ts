import type { NavigationItem } from "@tsunagari/portal";

/** The menu, one line per module. A line shows when its page is part of the build. */
export const navigation: readonly NavigationItem[] = [
  { to: "/", label: "ホーム", icon: "home", isPrimary: true },
  { to: "/activities", label: "活動", icon: "activity", isPrimary: true },
  {
    to: "/referrals",
    label: "つなぎの依頼",
    icon: "referral",
    isPrimary: true,
    barLabel: "依頼",
    program: "participationSupport",
  },
  { to: "/platforms", label: "プラットフォーム", icon: "platform", module: "platform" },
  { to: "/organization", label: "団体の情報", icon: "organization" },
  { to: "/members", label: "メンバー", icon: "person", roles: ["owner"] },
  { to: "/notices", label: "お知らせ", icon: "notice", isPrimary: true },
];
