import {
  createCallerFactory,
  partnerRouter,
  publicRouter,
  staffRouter,
  type ProcedureMeta,
  type RpcContext,
} from "@tsunagari/rpc";
import { TRPCError } from "@trpc/server";
import { DomainError, type Actor } from "@tsunagari/domain";
import type { System } from "@tsunagari/services/kernel";

export type Root = "staff" | "partner" | "public";
export type Procedure = {
  readonly root: Root;
  readonly path: string;
  readonly kind: "query" | "mutation";
  /** What it exposes; null for signing in and out, which begin without an actor. */
  readonly endpoint: ProcedureMeta["endpoint"] | null;
};

const roots = { staff: staffRouter, partner: partnerRouter, public: publicRouter } as const;

const callers = {
  staff: createCallerFactory(staffRouter),
  partner: createCallerFactory(partnerRouter),
  public: createCallerFactory(publicRouter),
} as const;

type Definition = { readonly _def: { readonly type: string; readonly meta?: ProcedureMeta } };

/** Every procedure of the three roots. */
export const procedures: readonly Procedure[] = (["staff", "partner", "public"] as const).flatMap((root) =>
  Object.entries(roots[root]._def.procedures as unknown as Record<string, Definition>).map(([path, { _def }]) => ({
    root,
    path,
    kind: _def.type === "mutation" ? ("mutation" as const) : ("query" as const),
    endpoint: _def.meta?.endpoint ?? null,
  })),
);

const contextOf = (system: System, root: Root, actor: Actor | null): RpcContext => ({
  system,
  actor,
  portal: root,
  requestId: "00000000-0000-7000-8000-00000000ffff",
  session: { token: null, set: () => undefined, clear: () => undefined },
  origin: "https://tsunagari.example.jp",
  clientAddress: "198.51.100.1",
});

type Call = (input: unknown) => Promise<unknown>;

/** Calls a procedure as the transport would, without a network. */
export const call = async (
  system: System,
  procedure: Procedure,
  as: { readonly actor: Actor | null; readonly input: unknown },
): Promise<unknown> => {
  const caller = callers[procedure.root](contextOf(system, procedure.root, as.actor));
  const found = procedure.path
    .split(".")
    .reduce<unknown>((at, name) => (at as Readonly<Record<string, unknown>>)[name], caller) as Call;
  return found(as.input);
};

/** `done`, or kind and reason of the refusal; `crash` for anything that is no answer of ours. */
export const answerOf = async (
  work: Promise<unknown>,
): Promise<{ kind: string; reason: string; details: DomainError["details"] }> => {
  try {
    await work;
    return { kind: "done", reason: "", details: {} };
  } catch (error) {
    if (error instanceof TRPCError && error.cause instanceof DomainError) return error.cause;
    return { kind: "crash", reason: error instanceof Error ? error.message : "", details: {} };
  }
};
