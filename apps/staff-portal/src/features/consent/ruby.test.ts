import { describe, expect, it } from "vitest";
import { consentMessages } from "@tsunagari/messages";
import { rubyParts } from "./ruby.ts";

const textsOf = (value: unknown): readonly string[] =>
  typeof value === "string" ? [value] : Object.values(value ?? {}).flatMap(textsOf);

describe("readings", () => {
  it("stand over the words they belong to, and what lies between is kept", () => {
    expect(rubyParts("｜何《なん》のために")).toEqual([
      { text: "何", reading: "なん" },
      { text: "のために", reading: null },
    ]);
  });

  it.each(textsOf(consentMessages.sheet))("no word of the person's sheet is left without one: %s", (text) => {
    const bare = rubyParts(text).filter(({ reading }) => reading === null);
    expect(bare.filter((part) => /\p{Script=Han}|[｜《》]/u.test(part.text))).toEqual([]);
  });
});
