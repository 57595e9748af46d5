import { createFileRoute } from "@tanstack/react-router";
import { HomePage } from "../../features/home/home-page.tsx";
import { loadHome } from "../../features/home/queries.ts";

export const Route = createFileRoute("/_authed/")({ loader: loadHome, component: HomePage });
