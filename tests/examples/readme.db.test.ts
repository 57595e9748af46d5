import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { format } from "node:util";
import { createTestDatabase } from "@tsunagari/testing";
import { describe, expect, it, vi } from "vitest";
import { repository, textOf, workspaces } from "../architecture/source-files.ts";

/*
 * The example of every README is run as it stands there: with the packages' own names, `./` for an app's own files, and
 * `DATABASE_URL` of an empty database of its own, as the program's login. Each `console.log(…); // → text` must print that text.
 */
const fenced = /^```tsx? runnable\n(?<code>[\s\S]*?)^```$/gmu;
const expected = /^.*\/\/ → ?(?<text>.*)$/gmu;

type Example = { readonly readme: string; readonly folder: string; readonly codes: readonly string[] };
const examples: readonly Example[] = workspaces.map((folder) => {
  const readme = `${folder}/README.md`;
  return { readme, folder, codes: [...textOf(readme).matchAll(fenced)].map(({ groups }) => groups?.["code"] ?? "") };
});

/** Beside the tests, where every package's name means the package. */
const written = join(repository, "tests/test-results/examples");

const fileOf = ({ folder, codes: [code = ""] }: Example): string => {
  mkdirSync(written, { recursive: true });
  const path = join(written, `${basename(folder)}.tsx`);
  writeFileSync(path, code.replaceAll(/ from "\.\//gu, ` from "${join(repository, folder)}/`));
  return path;
};

describe("the example of a README", () => {
  it("is there once in every package and app", () => {
    const wrong = examples
      .filter(({ codes }) => codes.length !== 1)
      .map(({ readme, codes }) => `${readme}: ${codes.length}`);
    expect(wrong).toEqual([]);
  });

  it.each(examples.map((example) => [example.readme, example] as const))(
    "%s prints what it says",
    async (_, example) => {
      const said = [...(example.codes[0] ?? "").matchAll(expected)].map(({ groups }) => groups?.["text"] ?? "");
      expect(said.length, "an example ends in something that is compared").toBeGreaterThan(0);
      const printed: string[] = [];
      const database = await createTestDatabase();
      vi.stubEnv("DATABASE_URL", database.loginUrl);
      const log = vi
        .spyOn(console, "log")
        .mockImplementation((...values: unknown[]) => void printed.push(format(...values)));
      try {
        await import(/* @vite-ignore */ fileOf(example));
      } finally {
        log.mockRestore();
        vi.unstubAllEnvs();
        await database.drop();
      }
      expect(printed).toEqual(said);
    },
  );
});
