import { createFileRoute } from "@tanstack/react-router";
import { Frame } from "../layout/frame.tsx";
import { OutsideError } from "../layout/outside-error.tsx";
import { requireSession } from "../layout/session.ts";

export const Route = createFileRoute("/_authed")({
  beforeLoad: ({ location }) => requireSession(location),
  component: Frame,
  errorComponent: OutsideError,
});
