import type { SearchQuery } from "./search-query.ts";

/** The address of a city's search with what was asked for. */
export const searchHref = (slug: string, query: SearchQuery): string => {
  const text = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)])).toString();
  return text === "" ? `/${slug}` : `/${slug}?${text}`;
};

export const activityHref = (slug: string, activityId: string): string => `/${slug}/activities/${activityId}`;
