import { createFileRoute } from "@tanstack/react-router";
import { PasswordPage } from "../../layout/password-page.tsx";

export const Route = createFileRoute("/_authed/password")({ component: PasswordPage });
