import { createFileRoute } from "@tanstack/react-router";
import { CityPageView } from "../features/city/city-page.tsx";
import { cityPageRoute } from "../features/city/city-page-route.ts";

const { loader, meta } = cityPageRoute("contact");

export const Route = createFileRoute("/$city/contact")({
  loader,
  head: ({ loaderData, params }) => meta(loaderData?.origin, params.city),
  component: () => <CityPageView page={Route.useLoaderData().page} />,
});
