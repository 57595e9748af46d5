import { createFileRoute } from "@tanstack/react-router";
import { AboutPage, OutsideNotFound, sitePageKind } from "@tsunagari/portal";

export const Route = createFileRoute("/about/$kind")({
  loader: ({ params }) => ({ kind: sitePageKind(params.kind) }),
  notFoundComponent: OutsideNotFound,
  component: () => <AboutPage kind={Route.useLoaderData().kind} />,
});
