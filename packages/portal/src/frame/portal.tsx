import type { ShellAccent } from "@tsunagari/ui";
import { createContext, use, type ReactNode } from "react";
import type { CommonClient } from "../client/common-client.ts";
import type { Contact } from "../client/contact.ts";

/** What tells one portal from the other, and what its own pages talk to. */
export type Portal = {
  /** 「職員ポータル」 */
  readonly name: string;
  readonly accent: ShellAccent;
  /** One line at the foot: whom to ask. */
  readonly help: string;
  /** Where a page that could not be shown leads back to: 「今日へ戻る」. */
  readonly homeLabel: string;
  readonly client: CommonClient;
  readonly contact: Contact;
};

const PortalContext = createContext<Portal | null>(null);

/** Gives everything below it the portal that `usePortal` reads. */
export const PortalProvider = ({ portal, children }: { readonly portal: Portal; readonly children: ReactNode }) => (
  <PortalContext value={portal}>{children}</PortalContext>
);

/** The portal one is in; every route is below its provider. */
export const usePortal = (): Portal => {
  const portal = use(PortalContext);
  if (portal === null) throw new Error("usePortal needs a PortalProvider above it");
  return portal;
};

/** The title of the browser's tab. Every page has one; it names the page first. */
export const PageTitle = ({ children }: { readonly children: string }) => {
  const portal = use(PortalContext);
  return <title>{portal === null ? children : `${children}｜${portal.name}`}</title>;
};
