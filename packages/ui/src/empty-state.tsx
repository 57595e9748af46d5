import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

/** Nothing here: says why that is so and what one can do. */
export const EmptyState = ({
  title,
  children,
  action,
  icon = "search",
}: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly icon?: IconName;
}) => (
  <div className="flex flex-col items-center gap-3 rounded-12 border border-dashed border-solid-gray-420 bg-white px-5 py-10 text-center sm:py-12">
    <span className="grid size-14 place-items-center rounded-full bg-key-50 text-key-900">
      <Icon name={icon} className="size-7" />
    </span>
    <p className="text-std-18B-160">{title}</p>
    {children === undefined ? null : <div className="max-w-prose text-solid-gray-700">{children}</div>}
    {action === undefined ? null : <div className="mt-2 flex flex-wrap justify-center gap-3">{action}</div>}
  </div>
);
