import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export type App = "staff-portal" | "partner-portal" | "resource-map";

/** Every address of an app, from the table of routes its router is generated with; parameters as `$activityId`. */
export const routesOf = (app: App): readonly string[] => {
  const path = fileURLToPath(new URL(`../../../apps/${app}/src/routeTree.gen.ts`, import.meta.url));
  const targets = /\n {2}to:\s(?<list>[^\n]*(?:\n {4}\|[^\n]*)*)/u.exec(readFileSync(path, "utf8"))?.groups?.["list"];
  const routes = [...(targets ?? "").matchAll(/["'](?<route>[^"']+)["']/gu)].map(
    (found) => found.groups?.["route"] ?? "",
  );
  if (routes.length < 4) throw new Error(`No routes found in ${path}: has the router's generator changed its form?`);
  return routes;
};
