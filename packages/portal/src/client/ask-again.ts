import { focusManager, type QueryClient } from "@tanstack/react-query";

const returns = ["focus", "pageshow"] as const;

/**
 * What stands open may have been closed since: a consent is withdrawn, a role ends (D-03). It is asked for again when one
 * comes back to the window, also where it was never hidden, or to a page the browser had kept whole. There is no polling.
 */
export const askAgainOnReturn = (): void =>
  focusManager.setEventListener((onFocus) => {
    const back = (): void => {
      if (document.visibilityState !== "hidden") onFocus();
    };
    document.addEventListener("visibilitychange", back);
    for (const event of returns) window.addEventListener(event, back);
    return () => {
      document.removeEventListener("visibilitychange", back);
      for (const event of returns) window.removeEventListener(event, back);
    };
  });

/** How old a page may be that goes on paper, which nobody can take back. */
const printableForMs = 60_000;

const isOld = (queryClient: QueryClient): boolean =>
  queryClient
    .getQueryCache()
    .findAll({ type: "active" })
    .some(({ state }) => state.data !== undefined && Date.now() - state.dataUpdatedAt > printableForMs);

/**
 * A page shown a while ago is not printed: in its place the paper says to print again (styles.css), and meanwhile it is
 * read anew. A browser waits for no answer before it prints.
 */
export const askAgainBeforePrint = (queryClient: QueryClient): void => {
  window.addEventListener("beforeprint", () => {
    if (!isOld(queryClient)) return;
    document.documentElement.dataset["print"] = "old";
    void queryClient.invalidateQueries({ refetchType: "active" });
  });
  window.addEventListener("afterprint", () => {
    delete document.documentElement.dataset["print"];
  });
};
