import { createFileRoute } from "@tanstack/react-router";
import { RegisterOrganizationPage } from "../../../features/organization/register-page.tsx";

export const Route = createFileRoute("/_authed/organizations/new")({ component: RegisterOrganizationPage });
