/*
 * Every change of the system goes through `defineCommand`, which always does, in this order: parse → open the
 * transaction under the actor's role → answer a repeated request id → load the rows locked → read the clock → ask the
 * policy → run → audit → settle. Forgetting authorization or audit is therefore a type error. You probably don't need to
 * edit this file; write a verb in your module instead.
 */
import type { DomainError, EntryAction, FactsOf, RequestId, RowAction } from "@tsunagari/domain";
import type { z } from "zod";
import { recordRefusal, settleLast } from "./audit.ts";
import type { Command, Context, LoadStep, RunStep, Subject } from "./context.ts";
import { decide, demand, demandAssurance } from "./decide.ts";
import { fail } from "./fail.ts";
import { loadFacts } from "./load-facts.ts";
import { parseInput } from "./parse.ts";
import { claimRequest, earlierResult } from "./receipt.ts";
import { asDomainError, inTransactionAhead, readClock, withRetry } from "./transaction.ts";

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
type EntryCommand<A extends EntryAction, Schema extends CommandInput, Held> = {
  readonly action: A;
  readonly input: Schema;
  /**
   * Locks and reads, with `send`, the rows beside the thing that `run` builds on; before the clock is read and in the
   * same packet. Of a repeated request what it gives is dropped.
   */
  readonly hold?: (step: LoadStep<z.output<Schema>>) => Promise<Held>;
  readonly run: (step: RunStep<z.output<Schema>, null> & { readonly held: Held }) => Promise<Outcome>;
};
type AnyCommand<Schema extends CommandInput, Facts, Held> = {
  readonly action: RowAction | EntryAction;
  readonly input: Schema;
  readonly load?: (step: LoadStep<z.output<Schema>>) => Promise<Facts | null>;
  readonly hold?: (step: LoadStep<z.output<Schema>>) => Promise<Held>;
  readonly run: (step: RunStep<z.output<Schema>, Facts> & { readonly held: Held | undefined }) => Promise<Outcome>;
};

const carryOut = async <Schema extends CommandInput, Facts, Held>(
  definition: AnyCommand<Schema, Facts, Held>,
  context: Context,
  input: z.output<Schema>,
): Promise<{ id: string }> => {
  const { actor, keys } = context;
  const { municipalityId } = actor;
  if (municipalityId === null) return fail("forbidden", "kernel.forbidden");
  const { requestId } = input;
  const action = definition.action as string;
  const attempt = { actor, municipalityId, requestId, action };
  const work = () =>
    inTransactionAhead(context, requestId, {
      // Behind the claim on the same connection: what is held and the clock come after it has waited for another attempt.
      first: (tx) => {
        const step = { tx, actor, keys, municipalityId, input };
        return Promise.all([
          claimRequest(tx, attempt),
          definition.hold?.(step),
          definition.load ? null : readClock(tx),
        ]);
      },
      rest: async (tx, _begun, [isFirst, held, clock]) => {
        if (!isFirst) return { id: await earlierResult(tx, attempt) };
        const step = { tx, actor, keys, municipalityId, input };
        const facts = await loadFacts(definition.load, step);
        const { now, today } = clock ?? (await readClock(tx));
        const question = { actor, now, today };
        demand(definition.action, question, facts);
        const may = (asked: RowAction | EntryAction, of: unknown = null) => decide(asked, question, of);
        const { id, subjects } = await definition.run({ ...step, facts, held, now, today, may });
        settleLast(tx, actor, { entry: { kind: "command", action, at: now, subjects, requestId }, resultId: id });
        return { id };
      },
    });
  return withRetry(work);
};

/** Refusals are recorded apart from the transaction they rolled back. */
const isRefusal = (error: DomainError): boolean => error.kind === "forbidden" || error.kind === "not_found";

type Define = {
  <A extends RowAction, Schema extends CommandInput>(definition: RowCommand<A, Schema>): Command<z.input<Schema>>;
  <A extends EntryAction, Schema extends CommandInput, Held = undefined>(
    definition: EntryCommand<A, Schema, Held>,
  ): Command<z.input<Schema>>;
};

const declare = <Schema extends CommandInput, Facts, Held>(
  definition: AnyCommand<Schema, Facts, Held>,
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
