import { useEffect, useRef } from "react";

/** The heading takes the focus, because what was pressed is gone with the old state. */
export const focusHeading = (): void => {
  window.scrollTo({ top: 0 });
  document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
};

/** The same whenever the page has become another one under the reader: answered, ended, confirmed. */
export const useHeadingFocusOn = (state: string): void => {
  const shown = useRef(state);
  useEffect(() => {
    if (shown.current === state) return;
    shown.current = state;
    focusHeading();
  }, [state]);
};
