import type { ReactNode } from "react";

/** A word that sorts a thing: a topic, an area, a target group. Not a state; for states see `StatusBadge`. */
export const ChipLabel = ({ children }: { readonly children: ReactNode }) => (
  <span className="inline-flex min-h-7 items-center rounded-full border border-solid-gray-420 bg-white px-3 py-0.5 text-solid-gray-800 text-oln-16N-100 leading-tight in-data-dense:text-oln-14N-100 in-data-dense:leading-tight">
    {children}
  </span>
);

/** Chips in a row; read as a list. */
export const ChipList = ({ label, items }: { readonly label: string; readonly items: readonly ReactNode[] }) => (
  <ul aria-label={label} className="flex flex-wrap gap-2">
    {items.map((item, index) => (
      // The order of chips is theirs for good: they have no other identity.
      <li key={index} className="inline-flex">
        <ChipLabel>{item}</ChipLabel>
      </li>
    ))}
  </ul>
);
