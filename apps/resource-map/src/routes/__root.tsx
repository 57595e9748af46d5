import { createRootRouteWithContext } from "@tanstack/react-router";
import type { SiteContext } from "../caller.ts";
import iconUrl from "../icon.svg?url";
import { Document } from "../layout/document.tsx";
import { NotFoundPage } from "../layout/not-found-page.tsx";
import stylesUrl from "../styles.css?url";

export const Route = createRootRouteWithContext<SiteContext>()({
  head: () => ({
    meta: [
      { charSet: "utf-8" },
      { name: "viewport", content: "width=device-width, initial-scale=1" },
      { name: "format-detection", content: "telephone=no" },
      { property: "og:site_name", content: "つながりマップ" },
      { property: "og:locale", content: "ja_JP" },
    ],
    links: [
      { rel: "stylesheet", href: stylesUrl },
      { rel: "icon", href: iconUrl, type: "image/svg+xml" },
    ],
  }),
  component: Document,
  notFoundComponent: NotFoundPage,
});
