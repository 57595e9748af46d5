import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { hasModule, hasProgram } from "@tsunagari/domain/municipality";
import { eraDateText, PageTitle, useSession } from "@tsunagari/portal";
import { buttonStyle, EmptyState, PageHeader, Stack } from "@tsunagari/ui";
import { meOptions } from "../../session.ts";
import { Applications } from "./applications.tsx";
import { Approvals } from "./approvals.tsx";
import { MyCases } from "./my-cases.tsx";
import { NotOffered } from "./not-offered.tsx";
import { UnreadNotices } from "./unread-notices.tsx";
import { WaitingReferrals } from "./waiting-referrals.tsx";

/** 今日: what waits for the one who signed in. Each part is a component of its own; what is not theirs is not asked for. */
export const TodayPage = () => {
  const { today } = useSession();
  const { abilities, offer } = useSuspenseQuery(meOptions).data;
  const hasCases = abilities.listCases === true && hasProgram(offer, "multiAgency");
  const hasReferrals = abilities.listReferrals === true && hasProgram(offer, "participationSupport");
  const moderates = abilities.listSubmittedActivities === true;
  const answers = abilities.listMemberships === true && hasModule(offer, "platform");
  return (
    <Stack>
      <PageTitle>今日</PageTitle>
      <PageHeader
        title="今日"
        lead={eraDateText(today)}
        actions={
          abilities.openCase === true ? (
            <Link to="/cases/new" className={buttonStyle({ variant: "primary" })}>
              相談を受け付ける
            </Link>
          ) : undefined
        }
      />
      {hasCases ? <MyCases /> : null}
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(18rem,100%),1fr))] items-start gap-6">
        <UnreadNotices />
        {hasReferrals ? <WaitingReferrals /> : null}
        {moderates ? <Approvals /> : null}
        {answers ? <Applications /> : null}
      </div>
      {hasCases || moderates || answers ? null : (
        <EmptyState title="あなたの役割では、ここに並ぶ用事はありません">
          メニューから、見たい画面を選んでください。役割は管理者が付けます。
        </EmptyState>
      )}
      <NotOffered programs={offer.programs} />
    </Stack>
  );
};
