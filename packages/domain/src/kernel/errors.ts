/** The closed set of ways in which a request can fail; each maps to one transport code. */
export const errorKinds = [
  "unauthenticated",
  "forbidden",
  "not_found",
  "invalid_input",
  "invalid_state",
  "conflict",
  "limit",
  "internal",
] as const;
export type ErrorKind = (typeof errorKinds)[number];

/** A field error names where and which rule, never prose: the sentence stands in `messages`. */
export type FieldIssue = { readonly path: string; readonly code: string };

export type ErrorDetails = {
  readonly fields?: readonly FieldIssue[];
  readonly [name: string]: unknown;
};

/**
 * The one error services throw; the transaction rolls back on it.
 * `reason` is a literal declared by a module (`referral.consent_ended`) and has a Japanese sentence in `messages`.
 * `details` cross the wire: ids, codes and numbers only, never personal data.
 */
export class DomainError extends Error {
  readonly kind: ErrorKind;
  readonly reason: string;
  readonly details: ErrorDetails;

  constructor(kind: ErrorKind, reason: string, details: ErrorDetails = {}) {
    super(`${kind}: ${reason}`);
    this.name = "DomainError";
    this.kind = kind;
    this.reason = reason;
    this.details = details;
  }
}

/** Reasons that belong to no module. */
export const kernelReasons = [
  "kernel.invalid_input",
  "kernel.unauthenticated",
  "kernel.not_found",
  "kernel.forbidden",
  "kernel.step_up_needed",
  "kernel.second_factor_needed",
  "kernel.stale_version",
  "kernel.request_reused",
  "kernel.too_many_requests",
  "kernel.unavailable",
  "kernel.maintenance",
  "kernel.internal",
] as const;
export type KernelReason = (typeof kernelReasons)[number];
