import { createFileRoute } from "@tanstack/react-router";
import { CityChooser } from "../features/city/city-chooser.tsx";
import { pageMeta } from "../layout/page-meta.ts";

export const Route = createFileRoute("/")({
  loader: async ({ context }) => ({ cities: await context.caller.municipality.listCities({}), origin: context.origin }),
  head: ({ loaderData }) =>
    pageMeta({
      title: "つながりマップ｜地域の居場所や活動をさがす",
      description: "お住まいの市を選んで、こども食堂、居場所、体操、学習支援など、地域の活動をさがせます。",
      path: "/",
      origin: loaderData?.origin ?? "",
    }),
  component: ChooserPage,
});

function ChooserPage() {
  const { cities } = Route.useLoaderData();
  return <CityChooser cities={cities} />;
}
