import type { ErrorKind, FieldIssue } from "@tsunagari/domain/kernel";

/** What went wrong, as the server says it; `network` where there was no answer of ours at all. */
export type WireError = {
  readonly kind: ErrorKind | "network";
  readonly reason: string;
  readonly fields: readonly FieldIssue[];
  readonly details: Readonly<Record<string, unknown>>;
  /** To quote when asking for help; empty where there was no answer. */
  readonly requestId: string;
};

// A record, so that a kind added to the domain does not compile until it stands here too. The list itself would bring the
// schemas of every field into the first view.
const kinds: Readonly<Record<ErrorKind, true>> = {
  unauthenticated: true,
  forbidden: true,
  not_found: true,
  invalid_input: true,
  invalid_state: true,
  conflict: true,
  limit: true,
  internal: true,
};

type Bag = Readonly<Record<string, unknown>>;
const isBag = (value: unknown): value is Bag => typeof value === "object" && value !== null;
const isKind = (value: unknown): value is ErrorKind => typeof value === "string" && Object.hasOwn(kinds, value);
const isIssue = (value: unknown): value is FieldIssue =>
  isBag(value) && typeof value["path"] === "string" && typeof value["code"] === "string";

const network: WireError = { kind: "network", reason: "kernel.unavailable", fields: [], details: {}, requestId: "" };

/** Reads any thrown value; never throws itself. */
export const wireErrorOf = (thrown: unknown): WireError => {
  const data = isBag(thrown) ? thrown["data"] : undefined;
  if (!isBag(data)) return network;
  const { kind, reason, requestId } = data;
  if (!isKind(kind) || typeof reason !== "string") return network;
  const details = isBag(data["details"]) ? data["details"] : {};
  const fields = Array.isArray(details["fields"]) ? details["fields"].filter(isIssue) : [];
  return { kind, reason, fields, details, requestId: typeof requestId === "string" ? requestId : "" };
};

/** Whether the session is gone; a wrong password is `unauthenticated` too, with a reason of its own. */
export const isSignedOut = (error: WireError): boolean => error.reason === "kernel.unauthenticated";

/** Whether what is on the screen may no longer be shown. */
export const closesView = (error: WireError): boolean =>
  error.kind === "not_found" || error.kind === "forbidden" || error.kind === "unauthenticated";
