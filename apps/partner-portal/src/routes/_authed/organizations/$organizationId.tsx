import { createFileRoute, redirect } from "@tanstack/react-router";

/** Notices and mails name a thing by kind and id; here an organization's own page has no id in its address. */
export const Route = createFileRoute("/_authed/organizations/$organizationId")({
  beforeLoad: () => {
    throw redirect({ to: "/organization", replace: true });
  },
});
