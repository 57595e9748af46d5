import { DomainError, type ErrorDetails, type ErrorKind, type Reason } from "@tsunagari/domain";

/** Ends the transaction with an answer; the reason is one of the registry's and so has a sentence. */
export const fail = (kind: ErrorKind, reason: Reason, details: ErrorDetails = {}): never => {
  throw new DomainError(kind, reason, details);
};

/** Refuses a change made on an outdated view. */
export const demandVersion = (current: number, seen: number): void => {
  if (current !== seen) fail("conflict", "kernel.stale_version");
};

/** A write that touched no row was stopped by a fence or a newer version: never a silent success. */
export const demandOne = <Row>(rows: readonly Row[]): Row => {
  const [row] = rows;
  if (rows.length !== 1 || row === undefined) return fail("conflict", "kernel.stale_version");
  return row;
};

/** The value, or `not_found`. */
export const demandFound = <Value>(value: Value | null | undefined): Value =>
  value ?? fail("not_found", "kernel.not_found");
