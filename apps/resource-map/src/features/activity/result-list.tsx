import { activityMessages } from "@tsunagari/messages";
import { buttonStyle, EmptyState, Pagination } from "@tsunagari/ui";
import type { City, SearchResult } from "../../caller.ts";
import { searchHref } from "./address.ts";
import { ResultItem } from "./result-item.tsx";
import { isAsking, pageCountOf, type SearchQuery } from "./search-query.ts";

type ListProps = { readonly city: City; readonly query: SearchQuery; readonly result: SearchResult };

const Nothing = ({ city, query }: Omit<ListProps, "result">) =>
  isAsking(query) ? (
    <EmptyState
      title="条件に合う活動が見つかりませんでした"
      action={
        <a href={`/${city.slug}`} className={buttonStyle({ variant: "secondary" })}>
          すべての活動を見る
        </a>
      }
    >
      <ul className="flex list-disc flex-col gap-1 pl-6 text-left">
        <li>言葉を短くする、別の言い方にする（例：「しょくどう」「体操」）</li>
        <li>種類・地域・曜日の条件をはずす</li>
      </ul>
    </EmptyState>
  ) : (
    <EmptyState title="まだ公開中の活動がありません" icon="activity">
      団体の活動は、{city.name}が内容を確かめたものから順に載ります。
    </EmptyState>
  );

const totalText = (result: SearchResult): string =>
  result.isTotalCapped ? activityMessages.total.capped : `${result.total.toLocaleString("ja-JP")}件`;

/** What was found, how much of it, and the way through it. */
export const ResultList = ({ city, query, result }: ListProps) => {
  const pageCount = pageCountOf(result);
  return (
    <section aria-labelledby="results" className="flex flex-col gap-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 id="results" className="scroll-mt-6 text-std-22B-150 sm:text-std-24B-150">
          {isAsking(query) ? "見つかった活動" : "これからの活動"}
        </h2>
        <p className="text-std-17N-170">
          <strong className="text-std-20B-150">{totalText(result)}</strong>
          {pageCount > 1 ? (
            <span className="text-solid-gray-700">
              （{result.page} / {pageCount} ページ、開催の近い順）
            </span>
          ) : null}
        </p>
      </div>
      {result.items.length === 0 ? (
        <Nothing city={city} query={query} />
      ) : (
        <ul className="flex flex-col gap-4">
          {result.items.map((item) => (
            <li key={item.id}>
              <ResultItem city={city} item={item} />
            </li>
          ))}
        </ul>
      )}
      <div className="pt-4 print:hidden">
        <Pagination
          page={result.page}
          pageCount={pageCount}
          label="検索結果のページ"
          link={(page, props) => (
            <a href={searchHref(city.slug, { ...query, page })} {...props}>
              {props.children}
            </a>
          )}
        />
      </div>
    </section>
  );
};
