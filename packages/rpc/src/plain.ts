import { getTRPCErrorFromUnknown, TRPCError } from "@trpc/server";
import type { RpcContext } from "./context.ts";
import { errorAnswer } from "./errors.ts";
import { publicRouter } from "./root.ts";

/** A procedure's answer with the body tRPC gives it; `error` is for the log. */
export type PlainAnswer = { readonly status: number; readonly body: object; readonly error: TRPCError | null };

type Procedure = (options: {
  readonly ctx: RpcContext;
  readonly path: string;
  readonly type: "query";
  readonly getRawInput: () => Promise<unknown>;
  readonly signal: undefined;
  readonly batchIndex: number;
}) => Promise<unknown>;

// What makes the cast true: every procedure of a tRPC router is such a function; the public root holds queries only.
const procedures = publicRouter._def.procedures as unknown as Readonly<Record<string, Procedure>>;

/** Whether the public root has a procedure of this name, such as `activity.search`. */
export const isPublicProcedure = (name: string): boolean => Object.hasOwn(procedures, name);

const inputOf = (text: string | undefined): unknown => {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new TRPCError({ code: "BAD_REQUEST", cause });
  }
};

/**
 * Asks one public procedure without tRPC's request and response objects, which cost more than most answers (`docs/adr/0015-one-statement.md`).
 * Same middleware, same bodies; batches and streams are tRPC's own affair.
 */
export const askPublic = async (ctx: RpcContext, path: string, input: string | undefined): Promise<PlainAnswer> => {
  const procedure = procedures[path];
  try {
    if (!procedure) throw new TRPCError({ code: "NOT_FOUND" });
    const getRawInput = async () => inputOf(input);
    const data = await procedure({ ctx, path, type: "query", getRawInput, signal: undefined, batchIndex: 0 });
    return { status: 200, body: { result: { data } }, error: null };
  } catch (thrown) {
    const error = getTRPCErrorFromUnknown(thrown);
    return { ...errorAnswer(error, ctx.requestId), error };
  }
};
