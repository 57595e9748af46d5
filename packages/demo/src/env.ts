import { civilDateAt, civilDateOf, isCivilDate, type CivilDate } from "@tsunagari/domain";

export type Env = { readonly databaseUrl: string; readonly keyFile: string; readonly day: CivilDate };

/** Reads the settings of the seeding. Throws with the name of the variable that is wrong, never with its value. */
export const readEnv = (
  source: Readonly<Record<string, string | undefined>> = process.env,
  now: Date = new Date(),
): Env => {
  const demand = (name: string): string => {
    const value = source[name];
    if (value === undefined || value === "") throw new Error(`${name} is missing.`);
    return value;
  };
  const day = source["DEMO_DAY"] ?? "";
  if (day !== "" && !isCivilDate(day)) throw new Error("DEMO_DAY must be a day such as 2026-07-01.");
  return {
    databaseUrl: demand("DATABASE_URL"),
    keyFile: demand("KEY_FILE"),
    day: day === "" ? civilDateAt(now) : civilDateOf(day),
  };
};
