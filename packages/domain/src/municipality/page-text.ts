/*
 * The markup a city may use on its own pages: headings, paragraphs, lists, tables, links and emphasis. It is read into
 * blocks and never into HTML, so whatever is typed can only ever become text.
 */

export type PageInline =
  | { readonly kind: "text" | "strong"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly href: string };
export type PageLine = readonly PageInline[];
export type PageBlock =
  | { readonly kind: "heading"; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: "paragraph"; readonly lines: readonly PageLine[] }
  | { readonly kind: "list"; readonly isOrdered: boolean; readonly items: readonly PageLine[] }
  | { readonly kind: "table"; readonly head: readonly PageLine[]; readonly rows: readonly (readonly PageLine[])[] };

const linkOrStrong = /\[([^\]\n]+)\]\(([^()\s]+)\)|\*\*([^*\n]+)\*\*/gu;

/** Only what leads to a page, a letter box or a telephone; never a script (CWE-79). */
export const isPageLink = (href: string): boolean =>
  /^https:\/\/[^\s]+$/iu.test(href) || /^mailto:[^\s@]+@[^\s@]+$/iu.test(href) || /^tel:\+?[\d-]+$/iu.test(href);

const text = (words: string): PageInline[] => (words === "" ? [] : [{ kind: "text", text: words }]);

const inlineOf = (line: string): PageLine => {
  const parts: PageInline[] = [];
  let at = 0;
  for (const match of line.matchAll(linkOrStrong)) {
    const [whole, label, href, strong] = match;
    parts.push(...text(line.slice(at, match.index)));
    if (strong !== undefined) parts.push({ kind: "strong", text: strong });
    else if (label !== undefined && href !== undefined && isPageLink(href)) {
      parts.push({ kind: "link", text: label, href });
    } else parts.push(...text(whole));
    at = match.index + whole.length;
  }
  return [...parts, ...text(line.slice(at))];
};

const marks = {
  heading: /^(#{2,3})\s+(.+)$/u,
  bullet: /^[-・*]\s*(?!\*)(.+)$/u,
  numbered: /^\d{1,2}[.．]\s*(.+)$/u,
  row: /^\|(.+)\|$/u,
} as const;
type Mark = keyof typeof marks;
const markOf = (line: string): Mark | null =>
  (["heading", "bullet", "numbered", "row"] as const).find((mark) => marks[mark].test(line)) ?? null;

const cellsOf = (line: string): readonly string[] =>
  line
    .slice(1, -1)
    .split("|")
    .map((cell) => cell.trim());
const isRule = (line: string): boolean => cellsOf(line).every((cell) => /^:?-+:?$/u.test(cell));
const rest = (line: string, mark: Mark, group: number): string => marks[mark].exec(line)?.[group] ?? "";

const tableOf = (lines: readonly string[]): PageBlock => {
  const [head = [], ...rows] = lines.filter((line) => !isRule(line)).map((line) => cellsOf(line).map(inlineOf));
  // Every row has as many cells as the head: a table with ragged rows cannot be read aloud.
  return { kind: "table", head, rows: rows.map((row) => head.map((_, index) => row[index] ?? [])) };
};

const blockOf = (mark: Mark | null, lines: readonly string[]): readonly PageBlock[] => {
  switch (mark) {
    case "heading":
      return lines.map((line) => ({
        kind: "heading",
        level: rest(line, mark, 1) === "##" ? 2 : 3,
        text: rest(line, mark, 2).trim(),
      }));
    case "bullet":
    case "numbered":
      return [
        { kind: "list", isOrdered: mark === "numbered", items: lines.map((line) => inlineOf(rest(line, mark, 1))) },
      ];
    case "row":
      return [tableOf(lines)];
    case null:
      return [{ kind: "paragraph", lines: lines.map(inlineOf) }];
  }
};

/** What was typed, as blocks to show. Every line stays; what is no markup is text. */
export const pageBlocks = (body: string): readonly PageBlock[] => {
  const groups: { readonly mark: Mark | null; readonly lines: string[] }[] = [];
  let isOpen = false;
  for (const line of body.split("\n").map((typed) => typed.trim())) {
    const mark = markOf(line);
    const last = groups.at(-1);
    if (line === "") isOpen = false;
    else if (isOpen && last?.mark === mark) last.lines.push(line);
    else {
      groups.push({ mark, lines: [line] });
      isOpen = true;
    }
  }
  return groups.flatMap(({ mark, lines }) => blockOf(mark, lines));
};

/** Addresses written as links that lead elsewhere than links may. */
export const refusedLinks = (body: string): readonly string[] =>
  [...body.matchAll(linkOrStrong)].flatMap(([, , href]) => (href === undefined || isPageLink(href) ? [] : [href]));
