import { createFileRoute } from "@tanstack/react-router";
import { AboutPage, sitePageKind } from "@tsunagari/portal";

export const Route = createFileRoute("/about/$kind")({
  loader: ({ params }) => ({ kind: sitePageKind(params.kind) }),
  component: () => <AboutPage kind={Route.useLoaderData().kind} />,
});
