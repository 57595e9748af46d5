import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { PageTitle } from "@tsunagari/portal";
import { Breadcrumbs, buttonStyle, EmptyState, PageHeader, Pagination, Stack } from "@tsunagari/ui";
import { ApplicationCard } from "./application-card.tsx";
import { applicationsOptions } from "./queries.ts";
import type { ApplicationSearch } from "./search.ts";

/** Organizations that wish to join, the longest waiting first. */
export const ApplicationListPage = ({ search }: { readonly search: ApplicationSearch }) => {
  const { data } = useSuspenseQuery(applicationsOptions(search));
  return (
    <Stack>
      <PageTitle>参加の申込み</PageTitle>
      <PageHeader
        title="参加の申込み"
        lead="プラットフォームに参加したい団体です。待っている時間の長いものから並びます。"
        breadcrumbs={
          <Breadcrumbs
            links={[
              <Link key="list" to="/platforms" search={{}}>
                プラットフォーム
              </Link>,
            ]}
            current="参加の申込み"
          />
        }
      />
      <p aria-live="polite">
        <span className="text-std-18B-160 tabular-nums">{data.total}</span>件
      </p>
      {data.items.length === 0 ? (
        <EmptyState
          title="返事を待っている申込みはありません"
          icon="platform"
          action={
            <Link to="/platforms" search={{}} className={buttonStyle()}>
              プラットフォームへ戻る
            </Link>
          }
        >
          団体が参加を申し込むと、ここに並び、お知らせも届きます。
        </EmptyState>
      ) : (
        data.items.map((application) => <ApplicationCard key={application.id} application={application} />)
      )}
      <Pagination
        page={data.page}
        pageCount={Math.ceil(data.total / data.pageSize)}
        link={(page, props) => <Link to="/platforms/applications" search={{ page }} {...props} />}
      />
    </Stack>
  );
};
