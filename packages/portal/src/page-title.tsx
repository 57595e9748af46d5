import { createContext, use, type ReactNode } from "react";

const SiteName = createContext("");

/** The end of every title: the name of the portal. */
export const SiteNameProvider = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <SiteName value={name}>{children}</SiteName>
);

/** The title of the browser's tab. Every page has one; it names the page first. */
export const PageTitle = ({ children }: { readonly children: string }) => {
  const site = use(SiteName);
  return <title>{`${children}｜${site}`}</title>;
};
