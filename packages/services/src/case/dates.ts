import type { CivilDate } from "@tsunagari/domain";
import { fail } from "../kernel/index.ts";

/** Refuses days after today, each by the path of its field: nobody was taken in, asked or born tomorrow. */
export const demandNotAfter = (today: CivilDate, fields: Readonly<Record<string, string | null | undefined>>): void => {
  const late = Object.entries(fields).filter(([, on]) => on !== null && on !== undefined && on > today);
  if (late.length === 0) return;
  fail("invalid_input", "kernel.invalid_input", {
    fields: late.map(([path]) => ({ path, code: "out_of_range" })),
  });
};
