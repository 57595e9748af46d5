import { createFileRoute } from "@tanstack/react-router";
import { OutsideError, requireSession } from "@tsunagari/portal";
import { queryClient } from "../client.ts";
import { Frame } from "../layout/frame.tsx";
import { meOptions } from "../session.ts";

export const Route = createFileRoute("/_authed")({
  beforeLoad: ({ location }) => requireSession(() => queryClient.ensureQueryData(meOptions), location),
  component: Frame,
  errorComponent: OutsideError,
});
