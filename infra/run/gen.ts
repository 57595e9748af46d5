import { parseArgs } from "node:util";
import { finishModule, writeProofs } from "../generate/finish-module.ts";
import { generateModule, GenerateRefused } from "../generate/generate-module.ts";
import { repository } from "../instance/paths.ts";

const usage = `npm run gen -- module local-issue --label 地域生活課題

Writes a module that works in every ring, with policy, fence, tests, words and pages, and adds its line to six files.
Then: docs/guides/adding-a-module.md.`;

const asked = () => {
  try {
    return parseArgs({ allowPositionals: true, options: { label: { type: "string" } } });
  } catch (err) {
    throw new GenerateRefused(err instanceof Error ? err.message : "The options could not be read.");
  }
};

const main = async (): Promise<void> => {
  const { positionals, values } = asked();
  const [kind, name, ...rest] = positionals;
  if (kind !== "module" || name === undefined || rest.length > 0)
    throw new GenerateRefused("Say which module to make.");
  const generated = await generateModule({ root: repository, name, label: values.label ?? "" });
  await finishModule(repository, generated);
  await writeProofs(repository);
  console.info(`\nWritten: ${generated.written.length} files. One line added to each of:`);
  for (const path of generated.edited) console.info(`  ${path}`);
  console.info("\nNow decide who may do what: docs/guides/adding-a-module.md");
};

try {
  await main();
} catch (err) {
  if (!(err instanceof GenerateRefused)) throw err;
  console.error(`${err.message}\n\n${usage}`);
  process.exitCode = 1;
}
