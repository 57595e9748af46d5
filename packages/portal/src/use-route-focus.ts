import { useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";

/** After each navigation the heading of the new page takes the focus, as a full page load would do. */
export const useRouteFocus = (): void => {
  const pathname = useLocation({ select: (location) => location.pathname });
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    const target = document.querySelector<HTMLElement>("main h1") ?? document.querySelector<HTMLElement>("main");
    target?.focus({ preventScroll: true });
  }, [pathname]);
};
