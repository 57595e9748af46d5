import type { City, SearchResult } from "../../caller.ts";
import { pageMeta } from "../../layout/page-meta.ts";
import { searchHref } from "./address.ts";
import { isAsking, type SearchQuery } from "./search-query.ts";

type Searched = {
  readonly city: City;
  readonly query: SearchQuery;
  readonly result: SearchResult;
  readonly origin: string;
};

export const searchMeta = ({ city, query, result, origin }: Searched) =>
  pageMeta({
    title: isAsking(query)
      ? `${query.q === undefined ? "活動をさがす" : `「${query.q}」`}${result.total}件｜${city.name} つながりマップ`
      : `${city.name}の居場所や活動をさがす｜つながりマップ`,
    description: `${city.name}のこども食堂、居場所、体操、学習支援など、参加できる地域の活動をさがせます。`,
    path: searchHref(city.slug, query),
    origin,
    // Lists of hits are for people; what search engines should show are the activities themselves.
    isIndexed: !isAsking(query) && query.page === undefined,
  });
