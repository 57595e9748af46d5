type Page = {
  readonly title: string;
  readonly description: string;
  /** The path that names this page, without what only turns pages. */
  readonly path: string;
  readonly origin: string;
  readonly isIndexed?: boolean;
};

/** What search engines and link previews are told. */
export const pageMeta = ({ title, description, path, origin, isIndexed = true }: Page) => ({
  meta: [
    { title },
    { name: "description", content: description },
    { property: "og:title", content: title },
    { property: "og:description", content: description },
    { property: "og:type", content: "website" },
    { property: "og:url", content: `${origin}${path}` },
    ...(isIndexed ? [] : [{ name: "robots", content: "noindex" }]),
  ],
  links: [{ rel: "canonical", href: `${origin}${path}` }],
});
