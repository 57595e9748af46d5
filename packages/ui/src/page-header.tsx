import type { ReactNode } from "react";

export type PageHeaderProps = {
  readonly title: ReactNode;
  /** One or two sentences: what this page is for, what to do next. Never left out: every screen helps with a line. */
  readonly lead: Exclude<ReactNode, boolean | null | undefined>;
  /** Beside the title: a status. */
  readonly status?: ReactNode;
  /** What one can do from here; the main action first. */
  readonly actions?: ReactNode;
  readonly breadcrumbs?: ReactNode;
};

/** The head of a page. The `h1` takes the focus when the router opens the page. */
export const PageHeader = ({ title, lead, status, actions, breadcrumbs }: PageHeaderProps) => (
  <div className="flex flex-col gap-3">
    {breadcrumbs}
    <div className="flex flex-col gap-4 sm:flex-row sm:flex-wrap sm:items-start sm:justify-between sm:gap-x-8">
      <div className="flex min-w-0 flex-col gap-2">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <h1 tabIndex={-1} className="text-std-24B-150 sm:text-std-28B-150">
            {title}
          </h1>
          {status}
        </div>
        <p className="max-w-prose text-solid-gray-700">{lead}</p>
      </div>
      {actions === undefined ? null : (
        <div className="flex flex-col gap-3 sm:flex-row sm:flex-wrap sm:items-start">{actions}</div>
      )}
    </div>
  </div>
);
