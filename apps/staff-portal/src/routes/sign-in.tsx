import { createFileRoute } from "@tanstack/react-router";
import { z } from "zod";
import { SignInPage } from "../layout/sign-in-page.tsx";

export const Route = createFileRoute("/sign-in")({
  validateSearch: z.object({ back: z.string().optional().catch(undefined) }),
  component: () => <SignInPage back={Route.useSearch().back} />,
});
