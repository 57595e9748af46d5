import type { Portal } from "@tsunagari/rpc";
import { Hono, type Context } from "hono";
import { errorPage } from "./error-page.ts";
import type { HttpEnv } from "./request.ts";
import type { StaticFolder } from "./static-folder.ts";

/** A person opening an address, not a script asking for a file: only the former is answered with the portal. */
const isNavigation = (c: Context<HttpEnv>): boolean => {
  const mode = c.req.header("sec-fetch-mode");
  if (mode !== undefined && mode !== "navigate") return false;
  const lastSegment = c.req.path.split("/").at(-1) ?? "";
  return (c.req.header("accept") ?? "").includes("text/html") && !lastSegment.includes(".");
};

/** The files of a portal; every other address a person opens is the portal's own page, which finds its route itself. */
export const portalPages = (portal: Portal, folder: StaticFolder): Hono<HttpEnv> => {
  const app = new Hono<HttpEnv>();
  app.get("/", async (c) => {
    // Without the slash the page's own relative addresses would point outside the portal.
    if (!c.req.path.endsWith("/")) return c.redirect(`/${portal}/`, 308);
    return (await folder.serve(c.req.raw, "index.html")) ?? errorPage(c, 404);
  });
  app.get("/*", async (c) => {
    const name = c.req.path.slice(`/${portal}/`.length);
    const file = await folder.serve(c.req.raw, name === "" ? "index.html" : name);
    if (file !== null) return file;
    if (!isNavigation(c)) return errorPage(c, 404);
    return (await folder.serve(c.req.raw, "index.html")) ?? errorPage(c, 404);
  });
  return app;
};
