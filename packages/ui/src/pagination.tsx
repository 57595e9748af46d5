import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";

export type PageLinkProps = {
  readonly className: string;
  readonly "aria-current"?: "page";
  readonly "aria-label"?: string;
  readonly children: ReactNode;
};

export type PaginationProps = {
  readonly page: number;
  readonly pageCount: number;
  /** Draws one link: `(page, props) => <a href={`?page=${page}`} {...props} />`, or the router's `Link`. */
  readonly link: (page: number, props: PageLinkProps) => ReactNode;
  readonly label?: string;
};

const style =
  "inline-flex min-h-11 min-w-11 items-center justify-center gap-1 rounded-8 px-3 text-key-1000 text-oln-16N-100 hover:bg-key-50 hover:underline aria-[current=page]:bg-key-900 aria-[current=page]:font-bold aria-[current=page]:text-white forced-colors:aria-[current=page]:outline-2";

/** First, last, and what lies around the current page; `null` is a gap. */
export const pagesShown = (page: number, pageCount: number): readonly (number | null)[] => {
  const near = new Set([1, page - 1, page, page + 1, pageCount]);
  const pages = [...near].filter((each) => each >= 1 && each <= pageCount).toSorted((a, b) => a - b);
  return pages.flatMap((each, index) => {
    const before = pages[index - 1];
    return before !== undefined && each - before > 1 ? [null, each] : [each];
  });
};

/** The way through a long list. */
export const Pagination = ({ page, pageCount, link, label = "ページ" }: PaginationProps) =>
  pageCount <= 1 ? null : (
    <nav aria-label={label}>
      <ul className="flex flex-wrap items-center justify-center gap-1">
        {page > 1 ? (
          <li>
            {link(page - 1, {
              className: style,
              children: (
                <>
                  <Icon name="chevronLeft" className="size-5" />
                  <span className="max-sm:sr-only">前へ</span>
                </>
              ),
            })}
          </li>
        ) : null}
        {pagesShown(page, pageCount).map((each, index) => (
          <li key={each ?? `gap-${index}`}>
            {each === null ? (
              <span className="px-1">…</span>
            ) : (
              link(each, {
                className: style,
                "aria-label": `${each}ページ目`,
                ...(each === page ? { "aria-current": "page" as const } : {}),
                children: each,
              })
            )}
          </li>
        ))}
        {page < pageCount ? (
          <li>
            {link(page + 1, {
              className: style,
              children: (
                <>
                  <span className="max-sm:sr-only">次へ</span>
                  <Icon name="chevronRight" className="size-5" />
                </>
              ),
            })}
          </li>
        ) : null}
      </ul>
    </nav>
  );
