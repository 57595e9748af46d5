import type { ReactNode } from "react";

/** For screen readers only. */
export const VisuallyHidden = ({ children }: { readonly children: ReactNode }) => (
  <span className="sr-only">{children}</span>
);

/** The first stop of the keyboard: past the navigation to the content. */
export const SkipLink = ({
  href = "#main",
  children = "本文へ移動",
}: {
  readonly href?: string;
  readonly children?: ReactNode;
}) => (
  <a
    href={href}
    className="sr-only rounded-8 bg-yellow-300 px-4 py-3 text-black underline focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-60"
  >
    {children}
  </a>
);
