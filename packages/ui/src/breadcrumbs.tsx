import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

/** Where the page lies. `links` are links of any router, from the top down; `current` is this page. */
export const Breadcrumbs = ({ links, current }: { readonly links: readonly ReactNode[]; readonly current: string }) => (
  <nav aria-label="現在位置" className="text-std-16N-170">
    <ol className="flex flex-wrap items-center gap-x-1 [&_a]:inline-flex [&_a]:min-h-11 [&_a]:items-center [&_a]:rounded-4 [&_a]:text-key-1000 [&_a]:underline [&_a]:underline-offset-3 [&_a:focus-visible]:bg-yellow-300 [&_a:hover]:decoration-3">
      {links.map((link, index) => (
        // The path to a page is written by the page and does not change its order.
        <li key={index} className="flex items-center gap-1">
          {link}
          <Icon name="chevronRight" className="size-4 text-solid-gray-600" />
        </li>
      ))}
      <li aria-current="page" className="text-solid-gray-700">
        {current}
      </li>
    </ol>
  </nav>
);
