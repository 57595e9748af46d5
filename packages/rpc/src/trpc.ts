import { initTRPC } from "@trpc/server";
import { DomainError } from "@tsunagari/domain";
import type { PageCommand } from "@tsunagari/services/identity";
import type { Command, Context, Query } from "@tsunagari/services/kernel";
import type { RpcContext } from "./context.ts";
import { asTransportError, wireError } from "./errors.ts";

/** What a procedure exposes, so that tests can walk every endpoint with its schema. */
export type ProcedureMeta = {
  readonly endpoint: Pick<Command<never> | Query<never, unknown>, "kind" | "action" | "input">;
};

const t = initTRPC
  .context<RpcContext>()
  .meta<ProcedureMeta>()
  .create({
    errorFormatter: ({ shape, error, ctx }) => {
      const data = wireError(error, ctx?.requestId ?? "");
      return { code: shape.code, message: data.kind, data };
    },
  });

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Domain errors become transport errors here and nowhere else. */
const mapped = t.middleware(async ({ next }) => {
  const result = await next();
  if (!result.ok && result.error.cause instanceof DomainError) throw asTransportError(result.error.cause);
  return result;
});

/** A procedure that nobody need be signed in for: signing in and out. */
export const openProcedure = t.procedure.use(mapped);

/** A procedure of who is signed in. */
export const actingProcedure = openProcedure.use(({ ctx, next }) => {
  const { actor } = ctx;
  if (actor === null) throw asTransportError(new DomainError("unauthenticated", "kernel.unauthenticated"));
  const context: Context = { ...ctx.system, actor, sessionToken: ctx.session.token };
  return next({ ctx: { context } });
});

/** The service parses its own input; the router only carries its type. */
export const carried =
  <Input>() =>
  (raw: unknown): Input =>
    raw as Input;

const exposeCommand = <Input, Result extends { readonly id: string }>(command: Command<Input, Result>) =>
  actingProcedure
    .meta({ endpoint: command })
    .input(carried<Input>())
    .mutation(({ ctx, input }) => command.execute(ctx.context, input as Input));

const exposeQuery = <Input, Result>(query: Query<Input, Result>) =>
  actingProcedure
    .meta({ endpoint: query })
    .input(carried<Input>())
    .query(({ ctx, input }) => query.execute(ctx.context, input as Input));

/** Puts the token of an answer into the portal's cookie; what is left is the answer. */
export const keepToken = <Answer extends { readonly sessionToken: string | null }>(
  { session }: Pick<RpcContext, "session">,
  { sessionToken, ...answer }: Answer,
): Omit<Answer, "sessionToken"> => {
  if (sessionToken !== null) session.set(sessionToken);
  return answer;
};

/** As `expose`, for commands that need to know the page and may leave a new session behind. */
export const exposeOnPage = <Input, Result extends { readonly id: string }>(command: PageCommand<Input, Result>) =>
  actingProcedure
    .meta({ endpoint: command })
    .input(carried<Input>())
    .mutation(async ({ ctx, input }) => {
      const answer = await command.execute({ ...ctx.context, origin: ctx.origin }, input as Input);
      return keepToken(ctx, answer);
    });

/** One line per procedure: `accept: expose(acceptReferral)`. A command becomes a mutation, a query a query. */
export function expose<Input, Result extends { readonly id: string }>(
  endpoint: Command<Input, Result>,
): ReturnType<typeof exposeCommand<Input, Result>>;
export function expose<Input, Result>(endpoint: Query<Input, Result>): ReturnType<typeof exposeQuery<Input, Result>>;
export function expose<Input>(endpoint: Command<Input> | Query<Input, unknown>) {
  return endpoint.kind === "command" ? exposeCommand(endpoint) : exposeQuery(endpoint);
}
