import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { TRPC_ERROR_CODES_BY_KEY } from "@trpc/server/rpc";
import { DomainError, type ErrorKind, type KernelReason } from "@tsunagari/domain";

type Code = TRPCError["code"];

const codes = {
  unauthenticated: "UNAUTHORIZED",
  forbidden: "FORBIDDEN",
  not_found: "NOT_FOUND",
  invalid_input: "BAD_REQUEST",
  invalid_state: "PRECONDITION_FAILED",
  conflict: "CONFLICT",
  limit: "TOO_MANY_REQUESTS",
  internal: "INTERNAL_SERVER_ERROR",
} as const satisfies Record<ErrorKind, Code>;

/** The transport's error for a domain error. */
export const asTransportError = (cause: DomainError): TRPCError =>
  new TRPCError({
    code: cause.reason === "kernel.unavailable" ? "SERVICE_UNAVAILABLE" : codes[cause.kind],
    message: cause.kind,
    cause,
  });

const fallback = (code: Code): { kind: ErrorKind; reason: KernelReason } => {
  if (code === "UNAUTHORIZED") return { kind: "unauthenticated", reason: "kernel.unauthenticated" };
  if (code === "NOT_FOUND" || code === "METHOD_NOT_SUPPORTED") return { kind: "not_found", reason: "kernel.not_found" };
  if (code === "INTERNAL_SERVER_ERROR") return { kind: "internal", reason: "kernel.internal" };
  return { kind: "invalid_input", reason: "kernel.invalid_input" };
};

/** What crosses the wire: kind, reason, safe details, request id. No message, stack or cause. */
export const wireError = (error: TRPCError, requestId: string) => {
  const { cause } = error;
  const domain = cause instanceof DomainError ? cause : null;
  return {
    kind: domain?.kind ?? fallback(error.code).kind,
    reason: domain?.reason ?? fallback(error.code).reason,
    details: domain?.details ?? {},
    requestId,
  };
};

/** An error as tRPC's own handler answers it: HTTP status and body. */
export const errorAnswer = (
  error: TRPCError,
  requestId: string,
): { readonly status: number; readonly body: object } => {
  const data = wireError(error, requestId);
  return {
    status: getHTTPStatusCodeFromError(error),
    body: { error: { code: TRPC_ERROR_CODES_BY_KEY[error.code], message: data.kind, data } },
  };
};
