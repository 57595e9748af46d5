import type { CityPageKind } from "@tsunagari/domain/municipality";
import { cityPageMessages } from "@tsunagari/messages";
import type { SiteContext } from "../../caller.ts";
import { pageMeta } from "../../layout/page-meta.ts";
import { orNotFound } from "../../not-found.ts";

type Asked = { readonly context: SiteContext; readonly params: { readonly city: string } };

const { titles, leads } = cityPageMessages;

/** What the route of one of the city's pages loads and tells search engines. */
export const cityPageRoute = (kind: CityPageKind) => ({
  loader: async ({ context }: Pick<Asked, "context">) => ({
    origin: context.origin,
    page: await orNotFound(context.caller.municipality.getPage({ kind })),
  }),
  meta: (origin: string | undefined, city: string) =>
    pageMeta({
      title: `${titles[kind]}｜つながりマップ`,
      description: leads[kind],
      path: `/${city}/${kind}`,
      origin: origin ?? "",
    }),
});
