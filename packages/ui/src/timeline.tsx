import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export type TimelineItem = {
  readonly key: string;
  /** When, as text that people read. */
  readonly at: string;
  readonly title: ReactNode;
  readonly body?: ReactNode;
  readonly tone?: "plain" | "strong" | "quiet";
};

const dots = {
  plain: "border-key-900 bg-white",
  strong: "border-key-900 bg-key-900",
  quiet: "border-solid-gray-420 bg-white",
} as const;

/** What happened, in order. */
export const Timeline = ({ label, items }: { readonly label: string; readonly items: readonly TimelineItem[] }) => (
  <ol aria-label={label} className="flex flex-col">
    {items.map((item) => (
      <li
        key={item.key}
        className="relative flex gap-4 pb-6 last:pb-0 [&:not(:last-child)]:before:absolute [&:not(:last-child)]:before:top-4 [&:not(:last-child)]:before:bottom-[-0.5rem] [&:not(:last-child)]:before:left-[0.4375rem] [&:not(:last-child)]:before:w-0.5 [&:not(:last-child)]:before:bg-solid-gray-200"
      >
        <span
          aria-hidden="true"
          className={classNames("relative mt-2 size-4 shrink-0 rounded-full border-3", dots[item.tone ?? "plain"])}
        />
        <div className="flex min-w-0 flex-col">
          <p className="text-solid-gray-700 text-dns-16N-130">{item.at}</p>
          <p className="text-std-16B-170">{item.title}</p>
          {item.body === undefined ? null : <div className="mt-1">{item.body}</div>}
        </div>
      </li>
    ))}
  </ol>
);
