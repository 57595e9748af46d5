import { posix } from "node:path";
import { expect, it } from "vitest";
import { allFiles, textOf } from "./source-files.ts";

const documents = allFiles.filter((path) => path.endsWith(".md") && !path.includes("/golden/"));
const folders = new Set(
  allFiles.flatMap((path) => path.split("/").map((_, index, parts) => parts.slice(0, index).join("/"))),
);
const exists = (path: string): boolean => allFiles.includes(path) || folders.has(path);

const cited = /`((?:apps|packages|infra|tests|docs|\.ci)\/[^`\s]*)`/gu;
const linked = /\]\((?!https?:|mailto:|#)([^)\s#]+)(?:#[^)]*)?\)/gu;
/** A pattern for paths, such as `packages/domain/src/<module>/`, is no citation of one. */
const isPattern = (path: string): boolean => /[<>*{}…$[\]]/u.test(path);
const plain = (path: string): string => path.replace(/:\d+$/u, "").replace(/[/.,]+$/u, "");

it("every path a document cites is there", () => {
  const missing = documents.flatMap((document) => {
    const text = textOf(document);
    const citations = [...text.matchAll(cited)].map((match) => plain(match[1] ?? ""));
    const links = [...text.matchAll(linked)].map((match) => plain(posix.join(posix.dirname(document), match[1] ?? "")));
    return [...citations, ...links]
      .filter((path) => !isPattern(path) && !exists(path))
      .map((path) => `${document}: ${path}`);
  });
  expect(missing).toEqual([]);
});
