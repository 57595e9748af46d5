import { policies, reasons } from "@tsunagari/domain";
import { fieldCodes } from "@tsunagari/domain/kernel";
import { describe, expect, it } from "vitest";
import { actionLabel, doorReasonText, fieldText, reasonText } from "./index.ts";

const actions = Object.values(policies).flatMap(({ module, rules, entries }) =>
  [...Object.keys(rules), ...Object.keys(entries)].map((verb) => `${module}.${verb}`),
);

describe("what people read", () => {
  it.each(reasons)("%s is told in a Japanese sentence", (reason) => {
    expect(reasonText(reason)).toMatch(/[ぁ-ん].*。$/u);
  });

  it.each(reasons.filter((reason) => /^(?:identity|kernel)\./u.test(reason)))(
    "%s is told before the sign-in as after it",
    (reason) => {
      expect(doorReasonText(reason)).toBe(reasonText(reason));
    },
  );

  it.each(actions)("%s has a label of its own", (action) => {
    expect(actionLabel(action)).toMatch(/[ぁ-んァ-ヶ一-龠]/u);
  });

  it.each(fieldCodes)("the rule %s is told in a Japanese sentence", (code) => {
    expect(fieldText(code)).toMatch(/[ぁ-ん].*。$/u);
  });

  it("a code nobody knows is told as a failure, not shown", () => {
    expect(reasonText("constructor")).toBe(reasonText("kernel.internal"));
    expect(fieldText("toString")).toBe(fieldText("invalid"));
  });
});
