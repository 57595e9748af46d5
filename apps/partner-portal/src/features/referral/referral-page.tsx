import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { EndedPage } from "./ended-page.tsx";
import { useHeadingFocusOn } from "./focus-heading.ts";
import { OpenPage } from "./open-page.tsx";
import { referralOptions } from "./queries.ts";
import { ReferralProvider } from "./referral-context.tsx";
import { useMarkSeen } from "./use-mark-seen.ts";

/** One referral: open as far as the server opens it, or closed with nothing of the person left. */
export const ReferralPage = ({ referralId }: { readonly referralId: string }) => {
  const { data: referral } = useSuspenseQuery(referralOptions(referralId));
  const [isChanged, setIsChanged] = useState(false);
  const isClosed = referral.packet.openSteps.length === 0;
  useMarkSeen(referral);
  useHeadingFocusOn(`${referral.status} ${isClosed} ${referral.copiesDestroyedAt ?? ""}`);
  return (
    <ReferralProvider value={{ referral, onRefused: () => setIsChanged(true), onDone: () => setIsChanged(false) }}>
      {isClosed ? <EndedPage /> : <OpenPage isChanged={isChanged} />}
    </ReferralProvider>
  );
};
