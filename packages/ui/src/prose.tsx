import type { ReactNode } from "react";
import { TextLink } from "./link.tsx";

export type ProseInline =
  | { readonly kind: "text" | "strong"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly href: string };
export type ProseLine = readonly ProseInline[];
export type ProseBlock =
  | { readonly kind: "heading"; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: "paragraph"; readonly lines: readonly ProseLine[] }
  | { readonly kind: "list"; readonly isOrdered: boolean; readonly items: readonly ProseLine[] }
  | { readonly kind: "table"; readonly head: readonly ProseLine[]; readonly rows: readonly (readonly ProseLine[])[] };

// Blocks of a text have no identity but their place in it.
const keyed = <Item,>(items: readonly Item[], draw: (item: Item, key: string) => ReactNode): ReactNode[] =>
  items.map((item, place) => draw(item, `p${String(place)}`));

const Line = ({ line }: { readonly line: ProseLine }) =>
  keyed(line, (part, key) => {
    if (part.kind === "link") {
      return (
        <TextLink key={key} href={part.href} rel="noreferrer">
          {part.text}
        </TextLink>
      );
    }
    return part.kind === "strong" ? <strong key={key}>{part.text}</strong> : <span key={key}>{part.text}</span>;
  });

/** A short word stays whole: broken into single characters it cannot be read. */
const cellStyle = (line: ProseLine): string => {
  const isShort = line.reduce((length, part) => length + part.text.length, 0) <= 8;
  return `border border-solid-gray-300 px-3 py-2 text-left align-top ${isShort ? "whitespace-nowrap" : ""}`;
};

const ProseTable = ({ head, rows }: Extract<ProseBlock, { kind: "table" }>) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard (WCAG 2.1.1)
  <div role="region" aria-label="表" tabIndex={0} className="overflow-x-auto">
    <table className={`w-full border-collapse ${head.length > 3 ? "min-w-[34rem]" : ""}`}>
      <thead>
        <tr className="bg-solid-gray-50">
          {keyed(head, (cell, key) => (
            <th key={key} scope="col" className={cellStyle(cell)}>
              <Line line={cell} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {keyed(rows, (row, rowKey) => (
          <tr key={rowKey}>
            {keyed(row, (cell, key) => (
              <td key={key} className={cellStyle(cell)}>
                <Line line={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const Block = ({ block, raise }: { readonly block: ProseBlock; readonly raise: 0 | 1 | 2 }) => {
  if (block.kind === "table") return <ProseTable {...block} />;
  if (block.kind === "heading") {
    const Title = `h${String(block.level + raise)}` as "h2" | "h3" | "h4" | "h5";
    return (
      <Title className={block.level === 2 ? "mt-6 text-std-22B-150 first:mt-0" : "mt-3 text-std-18B-160 first:mt-0"}>
        {block.text}
      </Title>
    );
  }
  if (block.kind === "paragraph") {
    return (
      <p>
        {keyed(block.lines, (line, key) => (
          <span key={key} className="block">
            <Line line={line} />
          </span>
        ))}
      </p>
    );
  }
  const List = block.isOrdered ? "ol" : "ul";
  return (
    <List className={block.isOrdered ? "list-decimal pl-7" : "list-disc pl-6"}>
      {keyed(block.items, (item, key) => (
        <li key={key} className="py-0.5">
          <Line line={item} />
        </li>
      ))}
    </List>
  );
};

export type ProseProps = {
  readonly blocks: readonly ProseBlock[];
  /** How many levels below `h2` the headings begin, where the text stands inside a section. */
  readonly raise?: 0 | 1 | 2;
};

/** A longer text from blocks: every part is an element of its own, so nothing in it can become markup. */
export const Prose = ({ blocks, raise = 0 }: ProseProps) => (
  <div className="flex max-w-3xl flex-col gap-4 text-std-17N-170 wrap-anywhere">
    {keyed(blocks, (block, key) => (
      <Block key={key} block={block} raise={raise} />
    ))}
  </div>
);
