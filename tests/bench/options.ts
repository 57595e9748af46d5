import { parseArgs } from "node:util";
import { growthFrom, grownWorks } from "./growth.ts";
import { works } from "./works/index.ts";
import type { Work } from "./work.ts";

export type Options = {
  readonly size: number;
  readonly works: readonly Work[];
  /** All that are measured at this size: what the page is written from. */
  readonly isWhole: boolean;
  readonly rounds: number;
  readonly seconds: number;
  /** Not the works, but what a browser fetches first. */
  readonly isFirstView: boolean;
};

const wholeNumber = (text: string, least: number): number => {
  const value = Number(text.replaceAll(/[_,]/gu, ""));
  if (!Number.isInteger(value) || value < least)
    throw new Error(`${text} is not a whole number from ${String(least)} on`);
  return value;
};

const chosen = (text: string): readonly Work[] => {
  const ids = text.split(",").map((id) => id.trim().toLowerCase());
  const unknown = ids.filter((id) => !works.some((work) => work.id.toLowerCase() === id));
  if (unknown.length > 0)
    throw new Error(`no such work: ${unknown.join(", ")}. Works: ${works.map(({ id }) => id).join(", ")}`);
  return works.filter((work) => ids.includes(work.id.toLowerCase()));
};

/** Beyond the size at which the floors hold it is growth that is looked at. */
const worksOf = (size: number): readonly Work[] => (size > growthFrom ? grownWorks : works);

/** `--size 100000 --work W1,W4 --rounds 5 --seconds 3`; throws with a sentence where it cannot be read. */
export const readOptions = (args: readonly string[]): Options => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      size: { type: "string", default: "100000" },
      work: { type: "string" },
      rounds: { type: "string", default: "5" },
      seconds: { type: "string", default: "3" },
      "first-view": { type: "boolean", default: false },
    },
  });
  const size = wholeNumber(values.size, 10_000);
  // Organizations, areas and referrals divide it.
  if (size % 10_000 !== 0) throw new Error("--size is a multiple of 10,000");
  return {
    size,
    works: values.work === undefined ? worksOf(size) : chosen(values.work),
    isWhole: values.work === undefined,
    rounds: wholeNumber(values.rounds, 3),
    seconds: wholeNumber(values.seconds, 1),
    isFirstView: values["first-view"],
  };
};
