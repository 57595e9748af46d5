/*
 * Every change of the system goes through `defineCommand`, which always does, in this order: parse → open the
 * transaction under the actor's role → answer a repeated request id → load the rows locked → read the clock → ask the
 * policy → run → audit → settle. Forgetting authorization or audit is therefore a type error. You probably don't need to
 * edit this file; write a verb in your module instead.
 */
import type { DomainError, EntryAction, FactsOf, RequestId, RowAction } from "@tsunagari/domain";
import type { z } from "zod";
import { recordRefusal, writeAudit } from "./audit.ts";
import type { Command, Context, LoadStep, RunStep, Subject } from "./context.ts";
import { decide, demand, demandAssurance } from "./decide.ts";
import { fail } from "./fail.ts";
import { loadFacts } from "./load-facts.ts";
import { parseInput } from "./parse.ts";
import { claimRequest, settleRequest } from "./receipt.ts";
import { asDomainError, beginningOf, inTransaction, readClock, withRetry } from "./transaction.ts";

type CommandInput = z.ZodType<{ readonly requestId: RequestId }>;

/** What `run` gives back: the id of the thing, and what the audit entry is about. */
export type Outcome = { readonly id: string; readonly subjects: readonly Subject[] };

type RowCommand<A extends RowAction, Schema extends CommandInput> = {
  readonly action: A;
  readonly input: Schema;
  /** Loads the facts with the rows locked (`FOR UPDATE`); null where the fences hide them. */
  readonly load: (step: LoadStep<z.output<Schema>>) => Promise<FactsOf<A> | null>;
  readonly run: (step: RunStep<z.output<Schema>, FactsOf<A>>) => Promise<Outcome>;
};
type EntryCommand<A extends EntryAction, Schema extends CommandInput> = {
  readonly action: A;
  readonly input: Schema;
  readonly run: (step: RunStep<z.output<Schema>, null>) => Promise<Outcome>;
};
type AnyCommand<Schema extends CommandInput, Facts> = {
  readonly action: RowAction | EntryAction;
  readonly input: Schema;
  readonly load?: (step: LoadStep<z.output<Schema>>) => Promise<Facts | null>;
  readonly run: (step: RunStep<z.output<Schema>, Facts>) => Promise<Outcome>;
};

const carryOut = async <Schema extends CommandInput, Facts>(
  definition: AnyCommand<Schema, Facts>,
  context: Context,
  input: z.output<Schema>,
): Promise<{ id: string }> => {
  const { actor, keys } = context;
  const { municipalityId } = actor;
  if (municipalityId === null) return fail("forbidden", "kernel.forbidden");
  const work = () =>
    inTransaction(
      context,
      async (tx, begun) => {
        const attempt = {
          actor,
          municipalityId,
          requestId: input.requestId,
          action: definition.action as string,
          at: (await beginningOf(tx, begun)).now,
        };
        // Behind the claim on the same connection: the clock is read after it has waited for another attempt.
        const [earlier, claimed] = await Promise.all([
          claimRequest(tx, attempt),
          definition.load ? null : readClock(tx),
        ]);
        if (earlier !== null) return { id: earlier };
        const step = { tx, actor, keys, municipalityId, input };
        const facts = await loadFacts(definition.load, step);
        const { now, today } = claimed ?? (await readClock(tx));
        const question = { actor, now, today };
        demand(definition.action, question, facts);
        const may = (action: RowAction | EntryAction, of: unknown = null) => decide(action, question, of);
        const outcome = await definition.run({ ...step, facts, now, today, may });
        const { requestId, action } = attempt;
        await Promise.all([
          writeAudit(tx, actor, { kind: "command", action, at: now, subjects: outcome.subjects, requestId }),
          settleRequest(tx, attempt, outcome.id),
        ]);
        return { id: outcome.id };
      },
      input.requestId,
    );
  return withRetry(work);
};

/** Refusals are recorded apart from the transaction they rolled back. */
const isRefusal = (error: DomainError): boolean => error.kind === "forbidden" || error.kind === "not_found";

type Define = {
  <A extends RowAction, Schema extends CommandInput>(definition: RowCommand<A, Schema>): Command<z.input<Schema>>;
  <A extends EntryAction, Schema extends CommandInput>(definition: EntryCommand<A, Schema>): Command<z.input<Schema>>;
};

const declare = <Schema extends CommandInput, Facts>(
  definition: AnyCommand<Schema, Facts>,
): Command<z.input<Schema>> => ({
  kind: "command",
  action: definition.action,
  input: definition.input,
  execute: async (context, rawInput) => {
    const input = parseInput(definition.input, rawInput);
    try {
      demandAssurance(definition.action, context.actor);
      return await carryOut(definition, context, input);
    } catch (error) {
      const answer = asDomainError(error);
      if (isRefusal(answer)) {
        await recordRefusal(context, {
          action: definition.action as string,
          reason: answer.reason,
          requestId: input.requestId,
        });
      }
      throw answer;
    }
  },
});

/** Declares a command; see the head of this file. Throws `DomainError` only. */
// What makes the cast true: `Define` only narrows what `declare` takes, facts and action belong together.
export const defineCommand = declare as Define;
