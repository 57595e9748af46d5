import { createFileRoute } from "@tanstack/react-router";
import { SetPasswordPage } from "../layout/by-mail-pages.tsx";

export const Route = createFileRoute("/set-password")({ component: SetPasswordPage });
