import { notFound } from "@tanstack/react-router";

/** What the public root answers for a thing that is not there, or whose address cannot be one. */
const missing = new Set(["NOT_FOUND", "BAD_REQUEST"]);

const codeOf = (error: unknown): unknown =>
  typeof error === "object" && error !== null && "code" in error ? error.code : null;

/** Turns "not there" into the page that says so; every other error goes on to the API's last resort. */
export const orNotFound = async <Value>(asked: Promise<Value>): Promise<Value> => {
  try {
    return await asked;
  } catch (error) {
    if (missing.has(String(codeOf(error)))) throw notFound();
    throw error;
  }
};
