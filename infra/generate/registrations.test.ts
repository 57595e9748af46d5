import { expect, test } from "vitest";
import { moduleName } from "./module-name.ts";
import { registrationsOf, withLine } from "./registrations.ts";

const [domain] = registrationsOf(moduleName("local-issue"), "地域生活課題");
const line = `export { localIssuePolicy, localIssueReasons } from "./local-issue/index.ts";`;
const before = `export { casePolicy, caseReasons } from "./case/index.ts";`;
const after = `export { meetingPolicy, meetingReasons } from "./meeting/index.ts";`;

test("a new module changes six files by one line each", () => {
  const registrations = registrationsOf(moduleName("local-issue"), "地域生活課題");
  expect(new Set(registrations.map(({ path }) => path)).size).toBe(6);
  expect(registrations.every((registration) => !registration.line.includes("\n"))).toBe(true);
});

test("the line goes to its place in the order, or to the end", () => {
  if (domain === undefined) throw new Error("no registration");
  expect(withLine(`/* Heading. */\n${before}\n${after}\n`, domain)).toBe(
    `/* Heading. */\n${before}\n${line}\n${after}\n`,
  );
  expect(withLine(`${before}\n`, domain)).toBe(`${before}\n${line}\n`);
});

test("a file that has no place for the line any more is named", () => {
  if (domain === undefined) throw new Error("no registration");
  expect(() => withLine("// rewritten\n", domain)).toThrow(domain.path);
});
