import { containsMyNumber } from "@tsunagari/domain/kernel";
import {
  activityCategories,
  asWeekday,
  weekdays,
  type ActivityCategory,
  type Weekday,
} from "@tsunagari/domain/activity";

/** What the address of the city's page says; a field that makes no sense is left out rather than refused. */
export type SearchQuery = {
  readonly q?: string;
  readonly area?: string;
  readonly category?: ActivityCategory;
  readonly weekday?: Weekday;
  readonly page?: number;
};

export const maxKeywordLength = 100;
const lastPage = 50;
const areaId = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/u;

const textOf = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

const numberOf = (value: unknown): number | null => {
  const text = textOf(value).normalize("NFKC").trim();
  return /^\d{1,4}$/u.test(text) ? Number(text) : null;
};

/** Cut where the search would refuse the rest; half a character is none. */
const keywordOf = (value: unknown): string =>
  textOf(value)
    .toWellFormed()
    .replaceAll(/[\p{Cc}\uFFFD]/gu, " ")
    .trim()
    .slice(0, maxKeywordLength)
    .toWellFormed()
    .replace("\uFFFD", "")
    .trim();

/** Reads a query string, hand-written ones included. */
export const searchQueryOf = (raw: Readonly<Record<string, unknown>>): SearchQuery => {
  const keyword = keywordOf(raw["q"]);
  const area = textOf(raw["area"]);
  const category = activityCategories.find((each) => each === raw["category"]);
  const weekday = numberOf(raw["weekday"]);
  const page = numberOf(raw["page"]);
  return {
    ...(keyword === "" ? {} : { q: keyword }),
    ...(areaId.test(area) ? { area } : {}),
    ...(category === undefined ? {} : { category }),
    ...(weekday !== null && weekdays.some((each) => each === weekday) ? { weekday: asWeekday(weekday) } : {}),
    ...(page !== null && page > 1 && page <= lastPage ? { page } : {}),
  };
};

/** Whether anything was asked for; the first page greets who has not asked yet. */
export const isAsking = ({ page: _page, ...asked }: SearchQuery): boolean => Object.keys(asked).length > 0;

/** A My Number is not searched for (D-22); the page says so and searches with the rest. */
export const holdsMyNumber = ({ q }: SearchQuery): boolean => q !== undefined && containsMyNumber(q);

/** The input of `activity.search`. */
export const searchInputOf = (query: SearchQuery) => ({
  keyword: query.q === undefined || holdsMyNumber(query) ? null : query.q,
  areaId: query.area ?? null,
  category: query.category ?? null,
  weekday: query.weekday ?? null,
  page: query.page ?? 1,
});

/** How many pages can be turned to. */
export const pageCountOf = (result: { readonly total: number; readonly pageSize: number }): number =>
  Math.min(lastPage, Math.max(1, Math.ceil(result.total / result.pageSize)));
