import { createFileRoute } from "@tanstack/react-router";
import { SetPasswordPage } from "@tsunagari/portal";

export const Route = createFileRoute("/set-password")({ component: SetPasswordPage });
