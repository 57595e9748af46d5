import { householdOf } from "@tsunagari/auth";
import type { MiddlewareHandler } from "hono";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { tooManyError } from "./api-error.ts";
import { tooManyPage } from "./error-page.ts";
import type { HttpEnv } from "./request.ts";
import { callerAddress, type Site } from "./site.ts";

const windowSeconds = 60;

/** What one request asks for: a batch names its procedures in the path, separated by commas. */
const costOf = (path: string): number => path.split(",").length;

/**
 * Seconds to wait, or null where there is room. Counted in this process's memory: the public site writes nothing to the
 * database for a visitor, and each node of several counts what it serves.
 */
const createCounter = (perMinute: number) => {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: windowSeconds });
  return async (address: string, cost: number): Promise<number | null> => {
    try {
      await limiter.consume(householdOf(address), cost);
      return null;
    } catch (refusal) {
      // The library refuses by throwing what it knows; anything else is a fault.
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    }
  };
};

/**
 * Lets one address ask the public faces so often a minute and no oftener (threat 32, d7). Each face counts for itself, so
 * that a program that reads the data does not shut the pages to the people behind the same address.
 */
export const addressLimit = (site: Site, face: "api" | "pages"): MiddlewareHandler<HttpEnv> => {
  if (!site.publicPerMinute) return (_c, next) => next();
  const secondsToWait = createCounter(site.publicPerMinute);
  return async (c, next) => {
    const wait = await secondsToWait(callerAddress(c, site), costOf(c.req.path));
    if (wait === null) return next();
    return face === "api" ? tooManyError(c, wait) : tooManyPage(c, wait);
  };
};
