import { errorKinds, type ErrorKind, type FieldIssue } from "@tsunagari/domain";
import { z } from "zod";

const WireData = z.object({
  kind: z.enum(errorKinds),
  reason: z.string(),
  details: z
    .looseObject({ fields: z.array(z.object({ path: z.string(), code: z.string() })).optional() })
    .default({}),
  requestId: z.string().default(""),
});
const Failure = z.object({ data: WireData });

/** What went wrong, as the server says it; `network` where there was no answer of ours at all. */
export type WireError = {
  readonly kind: ErrorKind | "network";
  readonly reason: string;
  readonly fields: readonly FieldIssue[];
  readonly details: Readonly<Record<string, unknown>>;
  /** To quote when asking for help; empty where there was no answer. */
  readonly requestId: string;
};

/** Reads any thrown value; never throws itself. */
export const wireErrorOf = (thrown: unknown): WireError => {
  const failure = Failure.safeParse(thrown);
  if (!failure.success) {
    return { kind: "network", reason: "kernel.unavailable", fields: [], details: {}, requestId: "" };
  }
  const { kind, reason, details, requestId } = failure.data.data;
  return { kind, reason, fields: details.fields ?? [], details, requestId };
};

/** Whether the session is gone; a wrong password is `unauthenticated` too, with a reason of its own. */
export const isSignedOut = (error: WireError): boolean => error.reason === "kernel.unauthenticated";

/** Whether what is on the screen may no longer be shown. */
export const closesView = (error: WireError): boolean =>
  error.kind === "not_found" || error.kind === "forbidden" || error.kind === "unauthenticated";
