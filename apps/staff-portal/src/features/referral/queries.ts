import { trpc, type client } from "../../client.ts";
import type { ReferralListSearch, ReferralSearch, ReferralView } from "./search.ts";

const conditions = {
  waiting: { status: "sent" },
  due_soon: { clock: "due_soon" },
  overdue: { clock: "overdue" },
  waitlisted: { status: "waitlisted" },
  review_due: { clock: "review_due" },
  with_partner: { stage: "with_partner" },
  ended: { stage: "ended" },
  draft: { status: "draft" },
} as const satisfies Record<ReferralView, object>;

export const referralListOptions = ({ view, page }: ReferralListSearch) =>
  trpc.referral.list.queryOptions({ ...(view === undefined ? {} : conditions[view]), page: page ?? 1 });

export const referralOptions = (referralId: string) => trpc.referral.get.queryOptions({ referralId });

export const stepOf = ({ preview }: ReferralSearch): 1 | 2 => (preview === "after" ? 2 : 1);
export const previewOptions = (referralId: string, asStep: 1 | 2) =>
  trpc.referral.preview.queryOptions({ referralId, asStep });

export const caseReferralsOptions = (caseId: string) => trpc.referral.listForCase.queryOptions({ caseId });
export const householdOptions = (caseId: string) => trpc.case.get.queryOptions({ caseId });
export const consentsOptions = (caseId: string) => trpc.consent.list.queryOptions({ caseId });
export const targetsOptions = trpc.referral.listTargets.queryOptions({});

export type Referral = Awaited<ReturnType<typeof client.referral.get.query>>;
export type ReferralForm = NonNullable<Referral["form"]>;
export type ReferralChoices = NonNullable<Referral["choices"]>;
export type Preview = Awaited<ReturnType<typeof client.referral.preview.query>>;
export type ReferralListItem = Awaited<ReturnType<typeof client.referral.list.query>>["items"][number];
export type Target = Awaited<ReturnType<typeof client.referral.listTargets.query>>["items"][number];
export type ConsentingPerson = Awaited<ReturnType<typeof client.consent.list.query>>["persons"][number];
