import type { ActivityCategory } from "@tsunagari/domain/activity";
import { activityMessages } from "@tsunagari/messages";
import type { AreaScheme, City, SearchResult } from "../../caller.ts";
import { Neighbors } from "../../layout/neighbors.tsx";
import { searchHref } from "./address.ts";
import { ResultList } from "./result-list.tsx";
import { SearchForm } from "./search-form.tsx";
import { isAsking, type SearchQuery } from "./search-query.ts";

type SearchPageProps = {
  readonly city: City;
  readonly schemes: readonly AreaScheme[];
  readonly query: SearchQuery;
  readonly result: SearchResult;
};

const oftenWanted = [
  "childrensCafeteria",
  "gatheringPlace",
  "exercise",
  "learningSupport",
  "childRearing",
  "roleAndVolunteering",
  "workExperience",
  "foodPantry",
] as const satisfies readonly ActivityCategory[];

const Shortcuts = ({ city }: { readonly city: City }) => (
  <nav aria-label="種類からさがす" className="flex flex-col gap-3 print:hidden">
    <ul className="flex flex-wrap gap-3">
      {oftenWanted.map((category) => (
        <li key={category}>
          <a
            href={searchHref(city.slug, { category })}
            className="inline-flex min-h-11 items-center rounded-full border border-solid-gray-420 bg-white px-5 text-key-1000 text-oln-16B-100 hover:border-key-900 hover:bg-key-50 hover:underline"
          >
            {activityMessages.categories[category]}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

const Greeting = ({ city }: { readonly city: City }) => (
  <div className="flex items-end justify-between gap-8">
    <div className="flex flex-col gap-3">
      <h1 className="text-std-28B-150 sm:text-std-36B-140">
        {city.name}の居場所や活動を
        <wbr />
        さがす
      </h1>
      <p className="text-std-17N-170">行ってみたい場所、やってみたいことを、言葉でも、種類や曜日でもさがせます。</p>
    </div>
    <Neighbors className="mr-8 -mb-6 w-80 shrink-0 max-lg:hidden print:hidden" />
  </div>
);

/** A city's first page and its search: the same page, with more or less asked for. */
export const SearchPage = ({ city, schemes, query, result }: SearchPageProps) => (
  <>
    <div className="bg-canvas print:bg-white">
      <div className="mx-auto flex max-w-6xl flex-col gap-6 px-4 py-8 sm:px-6 sm:py-12">
        {isAsking(query) ? <h1 className="text-std-28B-150">活動をさがす</h1> : <Greeting city={city} />}
        <SearchForm city={city} schemes={schemes} query={query} />
        {isAsking(query) ? null : <Shortcuts city={city} />}
      </div>
    </div>
    <div className="mx-auto w-full max-w-6xl px-4 pt-10 sm:px-6 sm:pt-12">
      <ResultList city={city} query={query} result={result} />
    </div>
  </>
);
