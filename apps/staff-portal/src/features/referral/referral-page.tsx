import { useSuspenseQuery } from "@tanstack/react-query";
import { DraftPage } from "./draft-page.tsx";
import { draftOf } from "./draft-values.ts";
import { referralOptions } from "./queries.ts";
import type { ReferralSearch } from "./search.ts";
import { SentPage } from "./sent-page.tsx";

/** A referral: the form while it is a draft, what became of it afterwards. */
export const ReferralPage = ({
  referralId,
  search,
}: {
  readonly referralId: string;
  readonly search: ReferralSearch;
}) => {
  const { data: referral } = useSuspenseQuery(referralOptions(referralId));
  const draft = draftOf(referral);
  return draft === null ? <SentPage referral={referral} /> : <DraftPage draft={draft} search={search} />;
};
