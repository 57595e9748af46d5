import { EmptyState, Pagination, Table, type PaginationProps, type TableColumn } from "@tsunagari/ui";
import type { ReactNode } from "react";

export type QueryTableProps<Row> = {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly columns: readonly TableColumn<Row>[];
  /** All that match, over all pages. */
  readonly total: number;
  /** A counter word: 「件」「団体」「名」. */
  readonly counter?: string;
  /** Why there may be nothing, and what to do: an `EmptyState`'s texts. */
  readonly empty: { readonly title: string; readonly body?: ReactNode; readonly action?: ReactNode };
  /** Filters above the table. */
  readonly filters?: ReactNode;
  readonly page?: number;
  readonly pageSize?: number;
  readonly link?: PaginationProps["link"];
  readonly isDense?: boolean;
};

/** A list as every page shows it: filters, count, table, pages; and words where there is nothing. */
export const QueryTable = <Row,>({
  caption,
  rows,
  rowKey,
  columns,
  total,
  counter = "件",
  empty,
  filters,
  page = 1,
  pageSize = 20,
  link,
  isDense = false,
}: QueryTableProps<Row>) => (
  <div className="flex flex-col gap-5">
    {filters}
    <p aria-live="polite" className="text-solid-gray-800">
      <span className="text-std-18B-160 tabular-nums">{total.toLocaleString("ja-JP")}</span>
      {counter}
    </p>
    {rows.length === 0 ? (
      <EmptyState title={empty.title} action={empty.action}>
        {empty.body}
      </EmptyState>
    ) : (
      <Table caption={caption} isCaptionHidden columns={columns} rows={rows} rowKey={rowKey} isDense={isDense} />
    )}
    {link === undefined ? null : <Pagination page={page} pageCount={Math.ceil(total / pageSize)} link={link} />}
  </div>
);
