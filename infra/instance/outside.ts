import { existsSync } from "node:fs";
import { markEnvironment } from "@tsunagari/db/migrate";
import { bringToRelease, type RunningDatabase } from "./database.ts";
import { StartRefused } from "./port.ts";

/** A PostgreSQL of one's own in place of the embedded one. */
export type OutsideDatabase = {
  readonly url: string;
  /** The login of a release; without it the database must hold this release already. */
  readonly migrationUrl: string | null;
  /** Whether the demo city is asked for; only a database that holds nothing real may be marked so. */
  readonly demo: boolean;
  /** The keys of its data; never made by the way, for a new key reads nothing that was written before. */
  readonly keyFile: string;
};

type Source = Readonly<Record<string, string | undefined>>;

const given = (source: Source, name: string): string | null => {
  const value = source[name] ?? "";
  return value === "" ? null : value;
};

const keyFileOf = (source: Source): string => {
  const keyFile = given(source, "KEY_FILE");
  if (keyFile !== null && existsSync(keyFile)) return keyFile;
  const what = keyFile === null ? "KEY_FILE is needed with DATABASE_URL" : "KEY_FILE names no file that is there";
  throw new StartRefused(`${what}. A new one, for a new database only, is made by:  npm run keys -- keys.json`);
};

/** The outside server the environment names with `DATABASE_URL`; null where there is none: then the embedded one is used. */
export const outsideDatabase = (source: Source, args: readonly string[]): OutsideDatabase | null => {
  const url = given(source, "DATABASE_URL");
  const migrationUrl = given(source, "MIGRATION_DATABASE_URL");
  const demo = args.includes("--demo");
  if (url === null) {
    if (migrationUrl === null) return null;
    throw new StartRefused(
      "MIGRATION_DATABASE_URL is given, but not DATABASE_URL, with which the program logs in. Give both, or neither.",
    );
  }
  if (demo && migrationUrl === null) {
    throw new StartRefused("For the demo city MIGRATION_DATABASE_URL is needed too: it marks the database as a demo.");
  }
  return { url, migrationUrl, demo, keyFile: keyFileOf(source) };
};

/** Brings the outside database to this release where the login for it is given; the server itself is left alone. */
export const openOutside = async (
  { url, migrationUrl, demo }: OutsideDatabase,
  onProgress: (line: string) => void,
): Promise<RunningDatabase> => {
  if (migrationUrl !== null) {
    onProgress("Bringing the database to this release");
    await bringToRelease(migrationUrl);
    if (demo) await markEnvironment(migrationUrl, "demo");
  }
  return { url: () => url, stop: () => Promise.resolve() };
};
