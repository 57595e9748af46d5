import { createRequestHandler, RouterServer } from "@tanstack/react-router/ssr/server";
import { renderToString } from "react-dom/server";
import type { PublicCaller } from "./caller.ts";
import { createSiteRouter } from "./router.tsx";

type Site = {
  readonly caller: PublicCaller;
  readonly origin: string;
  /** Where `/` leads on this host; the chooser where it is null (D-28). */
  readonly defaultCity: string | null;
};

type SiteRouter = ReturnType<typeof createSiteRouter>;

/** Errors that no page of ours explains are the API's: it knows whether the database is away. */
const rethrow = (router: SiteRouter): void => {
  const failed = router.state.matches.find((match) => match.status === "error");
  if (failed) throw failed.error;
};

const isMissing = (router: SiteRouter): boolean =>
  router.state.matches.some((match) => match.status === "notFound" || match._notFound === true);

const render = ({ router }: { readonly router: SiteRouter }): Response => {
  rethrow(router);
  return new Response(`<!doctype html>${renderToString(<RouterServer router={router} />)}`, {
    status: isMissing(router) ? 404 : 200,
    headers: { "Content-Type": "text/html; charset=utf-8" },
  });
};

/** The public site: a function of the request and a caller of the public root. */
export const respond = async (request: Request, { caller, origin, defaultCity }: Site): Promise<Response> => {
  const { pathname } = new URL(request.url);
  if (pathname === "/" && defaultCity !== null) {
    return new Response(null, { status: 302, headers: { Location: `/${defaultCity}` } });
  }
  const handle = createRequestHandler({ request, createRouter: () => createSiteRouter({ caller, origin }) });
  return handle((rendered) => Promise.resolve(render(rendered)));
};
