import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export type DescriptionItem = { readonly term: ReactNode; readonly detail: ReactNode };

/** Terms and details, side by side where there is room. What is not stated is shown as 「—」. */
export const DescriptionList = ({
  items,
  isDense = false,
}: {
  readonly items: readonly DescriptionItem[];
  readonly isDense?: boolean;
}) => (
  // Its own width decides, not the screen's: in a narrow column the details stand below the terms.
  <dl className="@container flex flex-col">
    {items.map(({ term, detail }, index) => (
      // Terms are a fixed list written by the page.
      <div
        key={index}
        className={classNames(
          "grid gap-x-6 gap-y-1 border-b border-solid-gray-200 last:border-b-0 @md:grid-cols-[minmax(8rem,13rem)_1fr]",
          isDense ? "py-2" : "py-3.5",
        )}
      >
        <dt className="text-solid-gray-700">{term}</dt>
        <dd className="min-w-0">
          {detail === null || detail === undefined || detail === "" ? <span aria-label="記載なし">—</span> : detail}
        </dd>
      </div>
    ))}
  </dl>
);
