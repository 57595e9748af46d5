import { createFileRoute } from "@tanstack/react-router";
import { AccountPage } from "@tsunagari/portal";

export const Route = createFileRoute("/_authed/account")({ component: AccountPage });
