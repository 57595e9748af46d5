import { useSuspenseQuery } from "@tanstack/react-query";
import type { CityPageKind } from "@tsunagari/domain/municipality";
import { SitePage } from "@tsunagari/portal";
import { pageOptions } from "./queries.ts";

/** What the city says on one of its pages today. */
export const CityTextPage = ({ kind }: { readonly kind: CityPageKind }) => {
  const { data } = useSuspenseQuery(pageOptions(kind));
  return <SitePage kind={kind} body={data.body} />;
};
