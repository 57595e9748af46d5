import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export type CardProps = {
  readonly title?: ReactNode;
  /** The level of the title in the page. */
  readonly level?: 2 | 3 | 4;
  /** Stands right of the title: a status, a link 「すべて見る」, a small button. */
  readonly aside?: ReactNode;
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
  readonly footer?: ReactNode;
  /** `sealed` is for what is under the duty of confidentiality (社会福祉法106条の6): a dark band, never to be mistaken. */
  readonly tone?: "plain" | "sealed";
  readonly id?: string;
  readonly className?: string;
};

/** A box that holds one subject. */
export const Card = ({ title, level = 2, aside, lead, children, footer, tone = "plain", id, className }: CardProps) => {
  const Title = `h${level}` as const;
  return (
    <section
      id={id}
      className={classNames(
        "overflow-clip rounded-12 border bg-white",
        tone === "sealed" ? "border-2 border-solid-gray-800" : "border-solid-gray-200",
        className,
      )}
    >
      {tone === "sealed" ? (
        <p className="flex items-center gap-2 border-b border-transparent bg-solid-gray-800 px-5 py-2 text-white text-std-16B-170 sm:px-6">
          守秘義務のある会議
        </p>
      ) : null}
      <div className="flex flex-col gap-4 p-5 sm:p-6">
        {title === undefined && aside === undefined ? null : (
          <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
            {title === undefined ? null : (
              <Title className="min-w-0 text-std-18B-160 sm:text-std-20B-150">{title}</Title>
            )}
            {aside === undefined ? null : <div className="flex flex-wrap items-center gap-3">{aside}</div>}
          </div>
        )}
        {lead === undefined ? null : <p className="-mt-2 max-w-prose text-solid-gray-700">{lead}</p>}
        {children}
      </div>
      {footer === undefined ? null : (
        <div className="border-t border-solid-gray-200 bg-canvas px-5 py-4 sm:px-6">{footer}</div>
      )}
    </section>
  );
};
