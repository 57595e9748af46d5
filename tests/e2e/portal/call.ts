import type { Page } from "@playwright/test";
import type { Portal } from "./people.ts";

export type Answer = { readonly status: number; readonly body: unknown };

/** Calls a procedure as the page itself would, with its session: for ids, and for what no screen offers to the wrong person. */
export const call = async (
  page: Page,
  procedure: `${Portal}.${string}`,
  input: Readonly<Record<string, unknown>> = {},
): Promise<Answer> => {
  const [portal = "", ...path] = procedure.split(".");
  return page.evaluate(
    async ({ url, sender, body }) => {
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json", "x-tsunagari-portal": sender },
        body,
      });
      return { status: response.status, body: (await response.json()) as unknown };
    },
    { url: `/api/${portal}/${path.join(".")}`, sender: portal, body: JSON.stringify(input) },
  );
};
