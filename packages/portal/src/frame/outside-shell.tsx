import { Brand, PlainShell } from "@tsunagari/ui";
import type { ReactNode } from "react";
import { usePortal } from "./portal.tsx";
import { SiteLinks } from "./site-links.tsx";

/** The frame of the pages that open without a session. */
export const OutsideShell = ({ children }: { readonly children: ReactNode }) => {
  const { accent, name, help } = usePortal();
  return (
    <PlainShell
      accent={accent}
      brand={<Brand accent={accent} name={name} />}
      help={help}
      links={<SiteLinks to="/about/$kind" />}
    >
      {children}
    </PlainShell>
  );
};
