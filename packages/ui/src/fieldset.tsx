import type { ReactNode } from "react";

/** A part of a form with a heading of its own. */
export const Fieldset = ({
  legend,
  lead,
  children,
}: {
  readonly legend: ReactNode;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}) => (
  <fieldset className="min-w-0 border-t border-solid-gray-200 pt-8 first:border-t-0 first:pt-0">
    <legend className="float-left w-full text-std-20B-150">{legend}</legend>
    <div className="clear-both flex flex-col gap-7 pt-3">
      {lead === undefined ? null : <div className="max-w-prose text-solid-gray-700">{lead}</div>}
      {children}
    </div>
  </fieldset>
);
