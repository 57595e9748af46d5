import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";

/** The look of a link in running text; for the router's `Link`: `<Link className={linkStyle}>`. */
export const linkStyle =
  "rounded-4 text-key-1000 underline underline-offset-3 hover:decoration-3 focus-visible:bg-yellow-300 visited:text-magenta-900";

/** As `linkStyle`, for links that name a thing in a list: bold, and with a target of 44 px. */
export const itemLinkStyle =
  "inline-flex min-h-11 items-center rounded-4 text-key-1000 text-std-16B-170 underline underline-offset-3 hover:decoration-3 focus-visible:bg-yellow-300";

/** A plain link. Pages opened by the system's own router use its `Link` with `linkStyle`. */
export const TextLink = ({ className, children, ...rest }: ComponentProps<"a">) => (
  <a {...rest} className={classNames(linkStyle, className)}>
    {children}
  </a>
);
