import { createContext, use, type ReactNode } from "react";
import type { Referral } from "./queries.ts";

export type OpenReferral = {
  readonly referral: Referral;
  /** The server refused because the referral is no longer what the page showed; the page was read anew. */
  readonly onRefused: () => void;
  readonly onDone: () => void;
};

const ReferralContext = createContext<OpenReferral | null>(null);

export const ReferralProvider = ({
  value,
  children,
}: {
  readonly value: OpenReferral;
  readonly children: ReactNode;
}) => <ReferralContext value={value}>{children}</ReferralContext>;

/** The referral of this page, for its forms. */
export const useReferral = (): OpenReferral => {
  const value = use(ReferralContext);
  if (value === null) throw new Error("useReferral needs a ReferralProvider above it");
  return value;
};
