import { createFileRoute } from "@tanstack/react-router";
import { ForgotPasswordPage } from "@tsunagari/portal";

export const Route = createFileRoute("/forgot-password")({ component: ForgotPasswordPage });
