/// <reference types="vite/client" />

/** What the build was told. Nothing secret may stand here: it goes to the browser. */
export const env = {
  /** Under which path the portal is served, with slashes. */
  basePath: import.meta.env.BASE_URL,
} as const;
