import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

/** Something that is not needed at first sight. The native element: works without JavaScript and is found by the page search. */
export const Disclosure = ({
  summary,
  isOpen = false,
  children,
}: {
  readonly summary: ReactNode;
  readonly isOpen?: boolean;
  readonly children: ReactNode;
}) => (
  <details open={isOpen} className="group">
    <summary className="inline-flex min-h-11 cursor-pointer list-none items-center gap-2 rounded-8 pr-3 pl-1 text-key-1000 underline underline-offset-3 hover:decoration-3 [&::-webkit-details-marker]:hidden">
      <Icon name="chevronRight" className="size-5 group-open:rotate-90" />
      {summary}
    </summary>
    <div className="mt-2 ml-3 border-l-4 border-solid-gray-200 py-1 pl-5">{children}</div>
  </details>
);
