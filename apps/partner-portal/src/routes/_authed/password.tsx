import { createFileRoute } from "@tanstack/react-router";
import { PasswordPage } from "@tsunagari/portal";

export const Route = createFileRoute("/_authed/password")({ component: PasswordPage });
