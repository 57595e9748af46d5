import type { TRPCError } from "@trpc/server";
import type { asDomainError } from "@tsunagari/services/kernel";
import type { Context } from "hono";
import type { Maintenance } from "../maintenance-file.ts";
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
  429: { code: -32_029, kind: "limit", reason: "kernel.too_many_requests" },
  500: { code: -32_603, kind: "internal", reason: "kernel.internal" },
  503: { code: -32_603, kind: "internal", reason: "kernel.unavailable" },
} as const satisfies Record<number, Refusal>;

export type RefusalStatus = keyof typeof refusals;

/** How long a client should wait while the database is away, in seconds. */
export const retryAfterSeconds = "5";

const minuteSeconds = 60;
const hourSeconds = 3600;

/** When to ask again while the program is being maintained: at the end that was said, at least in a minute, at most in an hour. */
export const retryAfterMaintenance = ({ until }: Maintenance, now: Date): string => {
  const left = until === null ? 0 : Math.ceil((until.getTime() - now.getTime()) / 1000);
  return String(Math.min(Math.max(left, minuteSeconds), hourSeconds));
};

type Told = {
  readonly status: RefusalStatus;
  readonly reason: string;
  readonly details: Readonly<Record<string, string>>;
};

/** JSON-RPC has one number for what went wrong inside and for a database that is away; tRPC would answer 500 to both. */
export const statusOf = (errors: readonly TRPCError[]): { readonly status?: 503 } =>
  errors.some(({ code }) => code === "SERVICE_UNAVAILABLE") ? { status: 503 } : {};

/** The same shape as a procedure's error: kind, reason, request id; no message, no stack. */
const refuse = (c: Context<HttpEnv>, { status, reason, details }: Told): Response => {
  const { code, kind } = refusals[status];
  c.header("Cache-Control", "no-store");
  return c.json(
    { error: { code, message: kind, data: { kind, reason, details, requestId: c.get("requestId") } } },
    status,
  );
};

/** Refuses before a procedure is reached. */
export const apiError = (c: Context<HttpEnv>, status: RefusalStatus): Response => {
  if (status === 503) c.header("Retry-After", retryAfterSeconds);
  if (status === 405) c.header("Allow", c.req.path.startsWith("/api/public") ? "GET, HEAD" : "POST");
  return refuse(c, { status, reason: refusals[status].reason, details: {} });
};

/** Refuses because the program is being maintained, and says until when where that is known. */
export const maintenanceError = (c: Context<HttpEnv>, maintenance: Maintenance): Response => {
  c.header("Retry-After", retryAfterMaintenance(maintenance, new Date()));
  const details = maintenance.until === null ? {} : { until: maintenance.until.toISOString() };
  return refuse(c, { status: 503, reason: "kernel.maintenance", details });
};

/** Refuses who has asked too often, and says for how long. */
export const tooManyError = (c: Context<HttpEnv>, seconds: number): Response => {
  c.header("Retry-After", String(seconds));
  return refuse(c, { status: 429, reason: refusals[429].reason, details: { retryAfterSeconds: String(seconds) } });
};
