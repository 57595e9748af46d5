import { readdirSync } from "node:fs";
import type { FactsOf, policies } from "@tsunagari/domain";

type ModuleName = keyof typeof policies;
/** The situations a module's rules are asked about, each with the words an official reads. */
export type FixturesOf<M extends ModuleName> = Readonly<Record<string, FactsOf<`${M}.read`>>>;

type Page = { readonly name: string; readonly fixtures: Readonly<Record<string, unknown>> };

const camelCase = (kebab: string): string =>
  kebab.replaceAll(/-([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase());

const names = readdirSync(new URL("fixtures/", import.meta.url)).map((file) => file.replace(/\.ts$/u, ""));
// The runtime fact: each file of the folder exports `name` and `fixtures`, the latter checked by `FixturesOf`.
const found = await Promise.all(
  names.map(async (name) => [camelCase(name), (await import(`./fixtures/${name}.ts`)) as Page] as const),
);

/** The modules of which there is a file in `fixtures/`. */
export const modulesWithFixtures = found.map(([module]) => module);

/** What a module's page is called and shows. Throws where its file is missing. */
export const pageOf = (module: string): Page => {
  const page = found.find(([name]) => name === module)?.[1];
  if (page === undefined) {
    throw new Error(
      `${module} has no fixtures: write tests/authz/policy/fixtures/<module>.ts with \`export const name\`, its name in ` +
        `Japanese, and \`export const fixtures: FixturesOf<"${module}">\`, a row in each situation its rules tell apart.`,
    );
  }
  return page;
};
