import { readFile, writeFile } from "node:fs/promises";
import { cpus, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import type { Measured } from "./measure.ts";

export type Property = {
  readonly name: string;
  readonly measured: string;
  readonly floor: string;
  readonly isMet: boolean;
};
export type Report = {
  readonly size: number;
  readonly works: readonly Measured[];
  readonly properties: readonly Property[];
};

const page = fileURLToPath(new URL("../../docs/performance.md", import.meta.url));

/** One line of a table. */
export const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
const isMet = ({ ratio, work }: Measured): boolean => ratio >= work.floor;
const ms = (value: number): string => value.toFixed(value < 10 ? 1 : 0);

const unmet = ({ works, properties }: Report): readonly string[] => [
  ...works
    .filter((one) => !isMet(one))
    .map((one) => `${one.work.id} (${one.ratio.toFixed(2)} of ${String(one.work.floor)})`),
  ...properties.filter((one) => !one.isMet).map((one) => `${one.name} (${one.measured}, ${one.floor})`),
];

const machine = `${String(cpus().length)} × ${cpus()[0]?.model.trim() ?? "?"}, ${String(Math.round(totalmem() / 2 ** 30))} GB, Node ${process.versions.node}`;

/** When it was measured, and on what. */
export const dated = (on: string): string => `${new Date().toISOString().slice(0, 10)} · ${on}`;

/** The tables of one run in Markdown. */
export const tablesOf = (report: Report): string => {
  const { size, works, properties } = report;
  const missed = unmet(report);
  return [
    `## ${size.toLocaleString("en")} activities`,
    "",
    dated(machine),
    "",
    row(["work", "what", "ratio", "floor", "aim", "p50 / p99 ours, ms", "p50 / p99 raw, ms"]),
    row(["---", "---", "--:", "--:", "--:", "--:", "--:"]),
    ...works.map((one) =>
      row([
        one.work.id,
        one.work.title,
        `${one.ratio.toFixed(2)}${isMet(one) ? "" : " **unmet**"}`,
        String(one.work.floor),
        String(one.work.aim),
        `${ms(one.ours.p50)} / ${ms(one.ours.p99)}`,
        `${ms(one.raw.p50)} / ${ms(one.raw.p99)}`,
      ]),
    ),
    "",
    row(["property", "measured", "floor"]),
    row(["---", "--:", "--:"]),
    ...properties.map((one) => row([one.name, `${one.measured}${one.isMet ? "" : " **unmet**"}`, one.floor])),
    "",
    missed.length === 0 ? "All floors are met." : `Not met: ${missed.join("; ")}.`,
  ].join("\n");
};

/** Puts a text between its marks on the page, in place of an earlier one of the same name, or at the end. */
export const writeSection = async (name: string, section: string): Promise<void> => {
  const text = await readFile(page, "utf8");
  const [from, to] = [`<!-- measured ${name} -->`, `<!-- /measured ${name} -->`];
  const block = `${from}\n\n${section}\n\n${to}`;
  const start = text.indexOf(from);
  const end = text.indexOf(to);
  const next =
    start === -1 || end === -1
      ? `${text.trimEnd()}\n\n${block}\n`
      : text.slice(0, start) + block + text.slice(end + to.length);
  await writeFile(page, next);
};

/** Puts the tables of this size into the page. */
export const writePage = (report: Report): Promise<void> => writeSection(String(report.size), tablesOf(report));
