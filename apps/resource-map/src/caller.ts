import type { PublicRouter } from "@tsunagari/rpc";
import type { inferRouterOutputs } from "@trpc/server";

/** Calls the public root as a visitor of the address's city; the API hands it over with each request. */
export type PublicCaller = ReturnType<PublicRouter["createCaller"]>;

type Outputs = inferRouterOutputs<PublicRouter>;
export type City = Outputs["municipality"]["listCities"][number];
export type AreaScheme = Outputs["municipality"]["listAreas"]["schemes"][number];
export type SearchResult = Outputs["activity"]["search"];
export type ListItem = SearchResult["items"][number];
export type CityPage = Outputs["municipality"]["getPage"];
export type Activity = Outputs["activity"]["getPublic"];

/** What a request brings into every route. */
export type SiteContext = {
  readonly caller: PublicCaller;
  /** The site's own origin, for absolute addresses in meta data. */
  readonly origin: string;
};
