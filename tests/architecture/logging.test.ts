import { describe, expect, it } from "vitest";
import { isForTests, sourceFiles, textOf } from "./source-files.ts";

/*
 * A line somebody meets at night must be explained. After adding an event or a field, add its row to the table of
 * docs/guides/logging.md; after removing one, take the row away.
 */
const [, eventTable = "", fieldTable = ""] = textOf("docs/guides/logging.md").split(/^## (?:Events|Fields)$/mu);
const firstCells = (table: string): string[] =>
  table
    .split("\n")
    .flatMap((line) => /^\|(?<cell>[^|]*)\|/u.exec(line)?.groups?.["cell"] ?? [])
    .flatMap((cell) => [...cell.matchAll(/`([^`]+)`/gu)].map((match) => match[1] ?? ""));

const written = sourceFiles
  .filter((path) => /^(?:apps\/api|packages\/(?:services|auth|db))\/src\//u.test(path) && !isForTests(path))
  .map(textOf);

describe("the guide to the log", () => {
  it("explains every event that is logged, and none that is not", () => {
    const events = written.flatMap((text) =>
      [...text.matchAll(/(?:\bevent: |\blog\()"([a-z_]+\.[a-z_.]+)"/gu)].map((match) => match[1] ?? ""),
    );
    expect(firstCells(eventTable).toSorted()).toEqual([...new Set(events)].toSorted());
  });

  it("explains every field a line may have", () => {
    const allowed = /const allowedFields = new Set\(\[(?<list>[^\]]+)\]/u.exec(textOf("apps/api/src/log.ts"));
    const fields = [...(allowed?.groups?.["list"] ?? "").matchAll(/"(\w+)"/gu)].map((match) => match[1] ?? "");
    expect(firstCells(fieldTable).toSorted()).toEqual([...fields, "level", "time"].toSorted());
  });
});
