import { Card } from "@tsunagari/ui";
import type { ReactNode } from "react";

export type WaitingCardProps = {
  readonly title: string;
  readonly count: number;
  readonly counter: string;
  /** What there is to say where nothing waits. */
  readonly none: string;
  /** The first few, and the link to all. */
  readonly rows: readonly { readonly key: string; readonly text: ReactNode }[];
  readonly link: ReactNode;
};

/** A small part of the first page: how many wait, the first of them, and the way there. */
export const WaitingCard = ({ title, count, counter, none, rows, link }: WaitingCardProps) => (
  <Card title={title} footer={link}>
    {count === 0 ? (
      <p className="text-solid-gray-700">{none}</p>
    ) : (
      <>
        <p>
          <span className="text-std-28B-150 tabular-nums">{count.toLocaleString("ja-JP")}</span>
          {counter}
        </p>
        <ul className="flex flex-col gap-2">
          {rows.map(({ key, text }) => (
            <li key={key} className="border-l-4 border-solid-gray-200 pl-3">
              {text}
            </li>
          ))}
        </ul>
      </>
    )}
  </Card>
);
