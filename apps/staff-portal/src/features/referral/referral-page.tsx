import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReferralStatus } from "@tsunagari/domain/referral";
import { useEffect, useRef } from "react";
import { DraftPage } from "./draft-page.tsx";
import { draftOf } from "./draft-values.ts";
import { referralOptions } from "./queries.ts";
import type { ReferralSearch } from "./search.ts";
import { SentPage } from "./sent-page.tsx";

/** An act that changes the state changes the page and takes its button away; the title takes the focus instead. */
const useFocusOnChange = (status: ReferralStatus): void => {
  const shown = useRef(status);
  useEffect(() => {
    if (shown.current === status) return;
    shown.current = status;
    document.querySelector<HTMLElement>("main h1")?.focus();
  }, [status]);
};

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
  useFocusOnChange(referral.status);
  return draft === null ? <SentPage referral={referral} /> : <DraftPage draft={draft} search={search} />;
};
