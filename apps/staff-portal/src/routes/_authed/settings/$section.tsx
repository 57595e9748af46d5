import { createFileRoute, notFound } from "@tanstack/react-router";
import { loadSection } from "../../../features/municipality/queries.ts";
import { SectionSearch } from "../../../features/municipality/search.ts";
import { SectionPage } from "../../../features/municipality/section-page.tsx";
import { findSection } from "../../../features/municipality/sections.ts";

export const Route = createFileRoute("/_authed/settings/$section")({
  validateSearch: SectionSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ params, deps }) => {
    const section = findSection(params.section);
    if (section === undefined) throw notFound();
    await loadSection(section, deps);
    return { section };
  },
  component: () => <SectionPage section={Route.useLoaderData().section} search={Route.useSearch()} />,
});
