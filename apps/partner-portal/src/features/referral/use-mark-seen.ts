import { newRequestId, quietly } from "@tsunagari/portal";
import { useEffect, useRef } from "react";
import { client } from "../../client.ts";
import { refreshReferralLists, type Referral } from "./queries.ts";

/** Tells the city once that the referral was opened. A failure is no matter of the reader: the next opening tells it. */
export const useMarkSeen = ({ id, seenAt, abilities }: Referral): void => {
  const isUnseen = seenAt === null && abilities.markSeen === true;
  const isTold = useRef(false);
  useEffect(() => {
    if (!isUnseen || isTold.current) return;
    isTold.current = true;
    const tell = async () => {
      try {
        await client.referral.markSeen.mutate({ requestId: newRequestId(), referralId: id }, { context: quietly });
        await refreshReferralLists();
      } catch {
        isTold.current = false;
      }
    };
    void tell();
  }, [id, isUnseen]);
};
