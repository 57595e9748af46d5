import { createFileRoute } from "@tanstack/react-router";
import { ForgotPasswordPage } from "../layout/by-mail-pages.tsx";

export const Route = createFileRoute("/forgot-password")({ component: ForgotPasswordPage });
