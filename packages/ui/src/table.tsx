import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

export type TableColumn<Row> = {
  readonly key: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Names the row: a `th` with `scope="row"`, and the heading of the card on a phone. One column should be it. */
  readonly isRowHeader?: boolean;
  readonly align?: "start" | "end";
  /** Narrow columns (a status, a date) do not wrap where there is room. */
  readonly isNarrow?: boolean;
};

export type TableProps<Row> = {
  readonly caption: string;
  readonly isCaptionHidden?: boolean;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** 14 px from tablets on: only for lists that staff read every day. */
  readonly isDense?: boolean;
};

const cellStyle = (column: { readonly align?: "start" | "end"; readonly isNarrow?: boolean }, isDense: boolean) =>
  classNames(
    "md:table-cell md:px-4 md:align-middle first:md:pl-5 last:md:pr-5",
    isDense ? "md:py-2.5 md:text-dns-14N-130" : "md:py-3.5",
    column.align === "end" && "md:text-right md:tabular-nums",
    column.isNarrow === true && "md:w-px md:whitespace-nowrap",
  );

type PartProps<Row> = Pick<TableProps<Row>, "columns"> & { readonly isDense: boolean };

const TableHead = <Row,>({ columns, isDense }: PartProps<Row>) => (
  <thead role="rowgroup" className="sr-only md:not-sr-only md:table-header-group">
    <tr role="row" className="md:bg-canvas">
      {columns.map((column) => (
        <th
          key={column.key}
          role="columnheader"
          scope="col"
          className={classNames(
            cellStyle(column, isDense),
            "text-left font-bold text-solid-gray-800 md:border-y md:border-solid-gray-300 first:md:rounded-tl-12 first:md:border-l last:md:rounded-tr-12 last:md:border-r",
          )}
        >
          {column.header}
        </th>
      ))}
    </tr>
  </thead>
);

const TableRow = <Row,>({ row, columns, isDense }: PartProps<Row> & { readonly row: Row }) => (
  <tr
    role="row"
    className="flex flex-col gap-2 rounded-12 border border-solid-gray-200 bg-white p-4 md:table-row md:hover:bg-canvas md:[&:last-child>*:first-child]:rounded-bl-12 md:[&:last-child>*:last-child]:rounded-br-12"
  >
    {columns.map((column) => {
      const isHeader = column.isRowHeader === true;
      const Cell = isHeader ? "th" : "td";
      return (
        <Cell
          key={column.key}
          role={isHeader ? "rowheader" : "cell"}
          {...(isHeader ? { scope: "row" } : {})}
          className={classNames(
            "text-left md:border-b md:border-solid-gray-300 first:md:border-l last:md:border-r",
            isHeader ? "block font-bold" : "grid grid-cols-[7rem_1fr] gap-3 font-normal",
            cellStyle(column, isDense),
          )}
        >
          {isHeader ? null : <span className="text-solid-gray-700 md:hidden">{column.header}</span>}
          <div className="min-w-0">{column.cell(row)}</div>
        </Cell>
      );
    })}
  </tr>
);

/**
 * A table with caption and headers; on a phone each row becomes a card. The roles are written out because a table that is
 * displayed as blocks loses them, and the labels are text because attributes are not translated by browsers.
 */
export const Table = <Row,>({ caption, isCaptionHidden, columns, rows, rowKey, isDense = false }: TableProps<Row>) => (
  <table
    role="table"
    data-dense={isDense || undefined}
    className="block w-full border-separate border-spacing-0 md:table"
  >
    <caption
      className={isCaptionHidden === true ? "sr-only" : "mb-3 block text-left text-std-18B-160 md:table-caption"}
    >
      {caption}
    </caption>
    <TableHead columns={columns} isDense={isDense} />
    <tbody role="rowgroup" className="flex flex-col gap-3 md:table-row-group">
      {rows.map((row) => (
        <TableRow key={rowKey(row)} row={row} columns={columns} isDense={isDense} />
      ))}
    </tbody>
  </table>
);
