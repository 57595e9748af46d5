import type { asDomainError } from "@tsunagari/services/kernel";
import type { Context } from "hono";
import type { HttpEnv } from "./request.ts";

type ErrorKind = ReturnType<typeof asDomainError>["kind"];
type Refusal = { readonly code: number; readonly kind: ErrorKind; readonly reason: `kernel.${string}` };

/** Answers given before a procedure is reached; `code` is JSON-RPC's, as tRPC's clients expect it. */
const refusals = {
  401: { code: -32_001, kind: "unauthenticated", reason: "kernel.unauthenticated" },
  403: { code: -32_003, kind: "forbidden", reason: "kernel.forbidden" },
  404: { code: -32_004, kind: "not_found", reason: "kernel.not_found" },
  405: { code: -32_005, kind: "invalid_input", reason: "kernel.invalid_input" },
  413: { code: -32_013, kind: "invalid_input", reason: "kernel.invalid_input" },
  415: { code: -32_015, kind: "invalid_input", reason: "kernel.invalid_input" },
  500: { code: -32_603, kind: "internal", reason: "kernel.internal" },
  503: { code: -32_603, kind: "internal", reason: "kernel.unavailable" },
} as const satisfies Record<number, Refusal>;

export type RefusalStatus = keyof typeof refusals;

/** How long a client should wait while the database is away, in seconds. */
export const retryAfterSeconds = "5";

/** The same shape as a procedure's error: kind, reason, request id; no message, no stack. */
export const apiError = (c: Context<HttpEnv>, status: RefusalStatus): Response => {
  const { code, kind, reason } = refusals[status];
  if (status === 503) c.header("Retry-After", retryAfterSeconds);
  if (status === 405) c.header("Allow", c.req.path.startsWith("/api/public") ? "GET, HEAD" : "POST");
  c.header("Cache-Control", "no-store");
  return c.json(
    { error: { code, message: kind, data: { kind, reason, details: {}, requestId: c.get("requestId") } } },
    status,
  );
};
