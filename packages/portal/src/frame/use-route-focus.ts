import { useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";

/** After each navigation the heading of the new page takes the focus, as a full page load would do. */
export const useRouteFocus = (): void => {
  // The resolved location changes when the new page stands; the location itself while the old one is still there.
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const shown = useRef(pathname);
  useEffect(() => {
    const before = shown.current;
    shown.current = pathname;
    if (before === undefined || before === pathname) return;
    const target = document.querySelector<HTMLElement>("main h1") ?? document.querySelector<HTMLElement>("main");
    target?.focus({ preventScroll: true });
  }, [pathname]);
};
