import { retentionMessages } from "@tsunagari/messages";
import { Columns, Stack } from "@tsunagari/ui";
import { AboutCard } from "./about-card.tsx";
import { ActsCard } from "./acts-card.tsx";
import { HistoryCard } from "./history-card.tsx";
import { MessagesCard } from "./messages-card.tsx";
import { ReferralHead } from "./page-head.tsx";
import { PartnerSeesCard } from "./partner-sees-card.tsx";
import type { Referral } from "./queries.ts";
import { ReportCard } from "./report-card.tsx";
import { StandingCard } from "./standing-card.tsx";

/** A referral after it was sent, or a draft that was given up. */
export const SentPage = ({ referral }: { readonly referral: Referral }) => {
  const wasSent = referral.sentAt !== null;
  return (
    <Stack>
      <ReferralHead
        referral={referral}
        lead={
          referral.case.erasedAt === null
            ? `${referral.person.name ?? "氏名の記録のない人"}さんと、${referral.organizationName}のつなぎです。`
            : `${referral.organizationName}へのつなぎです。本人の情報は、${retentionMessages.erased}です。`
        }
      />
      <Columns
        aside={
          <>
            <ActsCard referral={referral} />
            <AboutCard referral={referral} />
          </>
        }
      >
        <StandingCard referral={referral} />
        <ReportCard referral={referral} />
        {wasSent ? <PartnerSeesCard referral={referral} /> : null}
        {wasSent ? <MessagesCard referral={referral} /> : null}
        <HistoryCard referral={referral} />
      </Columns>
    </Stack>
  );
};
