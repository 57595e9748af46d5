import { hash } from "node:crypto";

const firstMillisecond = 1_650_000_000_000;
const md5 = (text: string): string => hash("md5", text);

/** The id of the nth thing of a kind: the same in every world, in the order and shape of a UUIDv7. `people.sql` has its twin. */
export const worldId = (kind: string, index: number): string => {
  const hex = [
    (firstMillisecond + index).toString(16).padStart(12, "0"),
    "7",
    md5(kind).slice(0, 3),
    "8",
    md5(kind + String(index)).slice(0, 15),
  ].join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
};

/** The generated city and its one scheme of areas. */
export const worldCity = { id: worldId("city", 1), slug: "bench", schemeId: worldId("scheme", 1), areas: 12 } as const;

/** A number from 0 to 1 that depends on its arguments only, so that any row can be made without those before it. */
export const chance = (index: number, salt: number): number => {
  let state = Math.imul(index ^ 0x9e37_79b9, 0x85eb_ca6b) ^ Math.imul(salt + 1, 0xc2b2_ae35);
  state = Math.imul(state ^ (state >>> 16), 0x045d_9f3b);
  state = Math.imul(state ^ (state >>> 15), 0x2c1b_3c6d);
  return ((state ^ (state >>> 16)) >>> 0) / 2 ** 32;
};

/** One of the values; those that stand earlier come up more often where `skew` is above 1. */
export const pick = <Value>(values: readonly Value[], at: number, skew = 1): Value => {
  const value = values[Math.floor(at ** skew * values.length)];
  if (value === undefined) throw new RangeError("nothing to pick from");
  return value;
};
