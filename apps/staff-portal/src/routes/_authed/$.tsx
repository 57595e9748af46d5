import { createFileRoute, notFound } from "@tanstack/react-router";

/** Every address that is no page: told inside the frame, after signing in. */
export const Route = createFileRoute("/_authed/$")({
  beforeLoad: () => {
    throw notFound();
  },
});
