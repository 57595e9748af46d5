import type { ModuleName } from "./module-name.ts";

/** One line added to one file that exists: all that a new module changes outside its own rooms. */
export type Registration = {
  readonly path: string;
  readonly line: string;
  /** The line goes before the first that is not less than it, among those like it; or before a given one. */
  readonly before?: RegExp;
};

/** The six files, one line each (a seventh would be a fault of the design: docs/guides/adding-a-module.md). */
export const registrationsOf = (name: ModuleName, label: string): readonly Registration[] => {
  const { kebab, camel, plural } = name;
  return [
    {
      path: "packages/domain/src/modules.ts",
      line: `export { ${camel}Policy, ${camel}Reasons } from "./${kebab}/index.ts";`,
    },
    { path: "packages/db/src/schema/index.ts", line: `export * from "./${kebab}.ts";` },
    { path: "packages/db/src/fences/modules.ts", line: `export { ${camel}Fences } from "./${kebab}.ts";` },
    { path: "packages/rpc/src/routers/index.ts", line: `export { ${camel}Router as ${camel} } from "./${kebab}.ts";` },
    { path: "packages/messages/src/ja/modules.ts", line: `export { ${camel}Messages } from "./${kebab}.ts";` },
    {
      path: "apps/staff-portal/src/layout/navigation.ts",
      line: `  { to: "/${plural}", label: ${JSON.stringify(label)}, icon: "info" },`,
      before: /^ {2}\{ to: "\/notices"/u,
    },
  ];
};

const isExport = (line: string): boolean => line.startsWith("export ");

/** The text with the line in its place. Throws where the file has no such place any more. */
export const withLine = (text: string, { path, line, before }: Registration): string => {
  const lines = text.split("\n");
  const at =
    before === undefined
      ? lines.findIndex((other) => isExport(other) && other > line)
      : lines.findIndex((other) => before.test(other));
  if (at >= 0) return lines.toSpliced(at, 0, line).join("\n");
  const last = lines.findLastIndex(isExport);
  if (before !== undefined || last < 0) throw new Error(`${path} has no place for the line:\n${line}`);
  return lines.toSpliced(last + 1, 0, line).join("\n");
};
