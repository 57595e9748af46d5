import { HeadContent, Outlet } from "@tanstack/react-router";
import { SkipLink } from "@tsunagari/ui";

/** The whole page. No script: everything works as the server wrote it. */
export const Document = () => (
  <html lang="ja">
    <head>
      <HeadContent />
    </head>
    <body className="flex min-h-dvh flex-col bg-white">
      <SkipLink />
      <Outlet />
    </body>
  </html>
);
