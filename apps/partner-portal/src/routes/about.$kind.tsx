import { createFileRoute, notFound } from "@tanstack/react-router";
import { cityPageKinds } from "@tsunagari/domain/municipality";
import { AboutPage } from "@tsunagari/portal";

export const Route = createFileRoute("/about/$kind")({
  loader: ({ params }) => {
    const kind = cityPageKinds.find((known) => known === params.kind);
    if (kind === undefined) throw notFound();
    return { kind };
  },
  component: () => <AboutPage kind={Route.useLoaderData().kind} />,
});
