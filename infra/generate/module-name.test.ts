import { describe, expect, it } from "vitest";
import { moduleName, refusalOf } from "./module-name.ts";

describe("the name of a module", () => {
  it("has one spelling for each place", () => {
    expect(moduleName("local-issue")).toEqual({
      kebab: "local-issue",
      camel: "localIssue",
      pascal: "LocalIssue",
      snake: "local_issue",
      plural: "local-issues",
    });
  });

  it.each([
    ["training", "trainings"],
    ["duty", "duties"],
    ["day", "days"],
    ["branch", "branches"],
  ])("%s has its pages under %s", (name, plural) => {
    expect(moduleName(name).plural).toBe(plural);
  });

  it.each(["LocalIssue", "local_issue", "地域", "", "-x", "x--y", "../etc", "a".repeat(31)])("cannot be %s", (name) => {
    expect(refusalOf(name, [])).toContain("cannot be a module");
  });

  it("is no reserved word and no module that stands", () => {
    expect(refusalOf("order", [])).toContain("reserved");
    expect(refusalOf("referral", ["referral"])).toContain("exists already");
    expect(refusalOf("local-issue", ["referral"])).toBeNull();
  });
});
