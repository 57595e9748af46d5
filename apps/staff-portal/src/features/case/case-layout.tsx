import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, Outlet } from "@tanstack/react-router";
import { caseMessages, retentionMessages } from "@tsunagari/messages";
import { Breadcrumbs, NotificationBanner, PageHeader, Stack, StatusBadge } from "@tsunagari/ui";
import { CaseTabs } from "./case-tabs.tsx";
import { statusTones, urgencyTones } from "./looks.ts";
import { caseOptions, type SupportCase } from "./queries.ts";

const Marks = ({ data }: { readonly data: SupportCase }) => (
  <span className="flex flex-wrap items-center gap-2">
    <StatusBadge tone={statusTones[data.status]}>{caseMessages.statuses[data.status]}</StatusBadge>
    {data.urgency === "normal" || data.status === "closed" ? null : (
      <StatusBadge tone={urgencyTones[data.urgency]}>{caseMessages.urgencies[data.urgency]}</StatusBadge>
    )}
    {data.members.some((member) => member.isSubject && member.isProtected) ? (
      <StatusBadge tone="neutral">{caseMessages.protectedMark}</StatusBadge>
    ) : null}
  </span>
);

/** The head of a case and its tabs; each tab is a page of its own below it. */
export const CaseLayout = ({ caseId }: { readonly caseId: string }) => {
  const { data } = useSuspenseQuery(caseOptions(caseId));
  const subject = data.members.find((member) => member.isSubject);
  const name = subject?.data.identity.name;
  return (
    <Stack gap="medium">
      <div className="flex flex-col gap-5 print:hidden">
        <PageHeader
          title={name ? `${name}さん` : `ケース ${data.number}`}
          status={<Marks data={data} />}
          lead={`ケース番号 ${data.number}`}
          breadcrumbs={
            <Breadcrumbs
              links={[
                <Link key="cases" to="/cases">
                  ケース
                </Link>,
              ]}
              current={data.number}
            />
          }
        />
        {data.erasedAt === null ? null : (
          <NotificationBanner tone="info" title={retentionMessages.erased}>
            {retentionMessages.erasedBody}
          </NotificationBanner>
        )}
        {data.status === "closed" && data.erasedAt === null ? (
          <NotificationBanner tone="info" title="このケースは終結しています">
            内容は見るだけになります。もう一度相談があったときは、新しいケースとして受け付けます。
          </NotificationBanner>
        ) : null}
        <CaseTabs caseId={caseId} />
      </div>
      <Outlet />
    </Stack>
  );
};
