import { expect, test } from "vitest";
import { allowedLogFields, createLogger, errorFields } from "./log.ts";

const lines = () => {
  const written: string[] = [];
  return { written, logger: createLogger({ write: (line) => void written.push(line) }) };
};

test("a field that is not listed does not reach the line", () => {
  expect(allowedLogFields({ requestId: "a-1", name: "x", body: "{}" })).toEqual({ requestId: "a-1" });
});

test.each(["山田 花子", "hanako@example.jp", "a\nb", "x".repeat(401), '{"q":1}', { nested: "value" }, ["list"]])(
  "a value that could be prose, an address or a name is removed: %j",
  (value) => {
    expect(allowedLogFields({ reason: value })).toEqual({ reason: "[removed]" });
  },
);

test("an error leaves its class and place, and nothing of its message", () => {
  const { written, logger } = lines();
  const error = new Error("Failed query: insert into person values ($1)\nparams: 山田花子, secret-canary");
  logger.error({ event: "request.failed", ...errorFields(error), err: error });
  expect(written.join("")).toContain('"errorName":"Error"');
  expect(written.join("")).toContain("log.test.ts");
  expect(written.join("")).not.toMatch(/山田|canary|Failed query/u);
});

test("an error handed over whole leaves nothing of its message", () => {
  const { written, logger } = lines();
  logger.error(new Error("secret-canary"));
  expect(written.join("")).not.toContain("canary");
});

test("the database's code is kept, its words are not", () => {
  const cause = Object.assign(new Error("duplicate key value (mail)=(secret-canary)"), { code: "23505" });
  const fields = errorFields(new Error("Failed query", { cause }));
  expect(fields["code"]).toBe("23505");
  expect(JSON.stringify(fields)).not.toContain("canary");
});
