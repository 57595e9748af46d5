/*
 * An input that has the shape of a schema: the base from which one field after the other is spoiled. Enough to get past
 * the parser for most procedures; whether it then finds something is not the point.
 */
import { randomUUID } from "node:crypto";
import { z } from "zod";

type Schema = Readonly<Record<string, unknown>>;

const uuid7 = () => `${randomUUID().slice(0, 14)}7${randomUUID().slice(15)}`;

const text = (name: string): string => {
  if (name.endsWith("On")) return "2026-12-01";
  if (name.endsWith("Time")) return "10:00";
  if (/mail/iu.test(name)) return "a@example.jp";
  if (/phone/iu.test(name)) return "0568-00-1234";
  if (/web|url|link/iu.test(name)) return "https://example.jp/";
  if (/Id$|^id$|Ids$/u.test(name)) return uuid7();
  if (/kana/iu.test(name)) return "かな";
  return "ふつうの文";
};

const properties = (schema: Schema): Readonly<Record<string, Schema>> =>
  (schema["properties"] ?? {}) as Readonly<Record<string, Schema>>;

const build = (schema: Schema, name: string): unknown => {
  if ("const" in schema) return schema["const"];
  if (Array.isArray(schema["enum"])) return schema["enum"][0] as unknown;
  for (const key of ["anyOf", "oneOf", "allOf"]) {
    const options = schema[key];
    if (Array.isArray(options) && options.length > 0) return build(options[0] as Schema, name);
  }
  switch (schema["type"]) {
    case "object":
      return Object.fromEntries(Object.entries(properties(schema)).map(([key, value]) => [key, build(value, key)]));
    case "array":
      return [build((schema["items"] ?? {}) as Schema, name)];
    case "number":
    case "integer":
      return 1;
    case "boolean":
      return true;
    case "null":
      return null;
    case "string":
      return schema["format"] === "uuid" || name === "requestId" ? uuid7() : text(name);
    default:
      return name === "requestId" ? uuid7() : text(name);
  }
};

/** A plausible input for a schema. */
export const sampleOf = (schema: z.ZodType): unknown =>
  build(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Schema, "");

type Path = readonly (string | number)[];

/** The paths of all leaves and branches of a value, outermost first. */
export const pathsOf = (value: unknown, at: Path = []): readonly Path[] => {
  if (value === null || typeof value !== "object") return [at];
  return [
    at,
    ...Object.entries(value).flatMap(([key, inner]) =>
      pathsOf(inner, [...at, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
};

/** A copy of the value with one place replaced. */
export const withValue = (value: unknown, path: Path, spoiled: unknown): unknown => {
  const [head, ...rest] = path;
  if (head === undefined) return spoiled;
  if (Array.isArray(value))
    return value.map((inner: unknown, index) => (index === head ? withValue(inner, rest, spoiled) : inner));
  const record = value as Readonly<Record<string, unknown>>;
  return { ...record, [head]: withValue(record[head], rest, spoiled) };
};
