import { createFileRoute, getRouteApi } from "@tanstack/react-router";
import { AboutPage } from "../features/city/about-page.tsx";
import { pageMeta } from "../layout/page-meta.ts";

export const Route = createFileRoute("/$city/about")({
  loader: ({ context }) => ({ origin: context.origin }),
  head: ({ loaderData, params }) =>
    pageMeta({
      title: "このサイトについて｜つながりマップ",
      description: "つながりマップに載っている情報、アクセシビリティ、個人情報の取扱いについて。",
      path: `/${params.city}/about`,
      origin: loaderData?.origin ?? "",
    }),
  component: About,
});

const cityRoute = getRouteApi("/$city");

function About() {
  return <AboutPage city={cityRoute.useLoaderData()} />;
}
