import { getTRPCErrorFromUnknown, TRPCError } from "@trpc/server";
import type { RpcContext } from "./context.ts";
import { errorAnswer } from "./errors.ts";
import { partnerRouter, publicRouter, staffRouter } from "./root.ts";

/** A procedure's answer with the body tRPC gives it; `error` is for the log. */
export type PlainAnswer = { readonly status: number; readonly body: object; readonly error: TRPCError | null };

type Procedure = {
  (options: {
    readonly ctx: RpcContext;
    readonly path: string;
    readonly type: string;
    readonly getRawInput: () => Promise<unknown>;
    readonly signal: undefined;
    readonly batchIndex: number;
  }): Promise<unknown>;
  readonly _def: { readonly type: string };
};

type Root = RpcContext["portal"];

// What makes the cast true: every procedure of a tRPC router is such a function.
const proceduresOf = (root: { readonly _def: { readonly procedures: unknown } }) =>
  root._def.procedures as Readonly<Record<string, Procedure>>;

const procedures = {
  staff: proceduresOf(staffRouter),
  partner: proceduresOf(partnerRouter),
  public: proceduresOf(publicRouter),
} as const satisfies Record<Root, unknown>;

/** Whether a root has a procedure of this name, such as `activity.search`. */
export const isProcedure = (root: Root, name: string): boolean => Object.hasOwn(procedures[root], name);

/** Reads the input when it is asked for, once: whoever may not call has nothing parsed for him. */
const readOnce = (read: () => Promise<unknown>): (() => Promise<unknown>) => {
  let input: Promise<unknown> | null = null;
  const parsed = async (): Promise<unknown> => {
    try {
      return await read();
    } catch (cause) {
      throw new TRPCError({ code: "BAD_REQUEST", cause });
    }
  };
  return () => (input ??= parsed());
};

/**
 * Asks one procedure of the context's root without tRPC's request and response objects, which cost more than most
 * answers (`docs/adr/0015-one-statement.md`). Same middleware, same bodies; several at once and streams are tRPC's affair.
 */
export const askPlainly = async (
  ctx: RpcContext,
  path: string,
  readInput: () => Promise<unknown>,
): Promise<PlainAnswer> => {
  try {
    const procedure = isProcedure(ctx.portal, path) ? procedures[ctx.portal][path] : undefined;
    if (!procedure) throw new TRPCError({ code: "NOT_FOUND" });
    const { type } = procedure._def;
    const data = await procedure({
      ctx,
      path,
      type,
      getRawInput: readOnce(readInput),
      signal: undefined,
      batchIndex: 0,
    });
    return { status: 200, body: { result: { data } }, error: null };
  } catch (thrown) {
    const error = getTRPCErrorFromUnknown(thrown);
    return { ...errorAnswer(error, ctx.requestId), error };
  }
};
