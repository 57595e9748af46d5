import { createFileRoute, Outlet } from "@tanstack/react-router";
import { CityShell } from "../layout/city-shell.tsx";
import { orNotFound } from "../not-found.ts";

export const Route = createFileRoute("/$city")({
  loader: ({ context }) => orNotFound(context.caller.municipality.getCity({})),
  component: CityLayout,
});

function CityLayout() {
  const city = Route.useLoaderData();
  return (
    <CityShell city={city}>
      <Outlet />
    </CityShell>
  );
}
