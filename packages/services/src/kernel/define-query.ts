/*
 * Every reading goes through `defineQuery`: parse → transaction under the actor's role → load → policy → run → present.
 * Where the result shows personal data, `reads` names whose, and the access log gets one entry in the same transaction:
 * what is not logged is not shown (D-36).
 */
import type { EntryAction, FactsOf, RowAction } from "@tsunagari/domain";
import type { z } from "zod";
import { recordRefusal, writeAuditLast } from "./audit.ts";
import type { Context, LoadStep, Query, RunStep, Subject } from "./context.ts";
import { decide, demand, demandAssurance } from "./decide.ts";
import { fail } from "./fail.ts";
import { loadFacts } from "./load-facts.ts";
import { parseInput } from "./parse.ts";
import { asDomainError, beginningOf, inTransaction, readClock } from "./transaction.ts";

/** Whose data a result shows. */
type Reads<Input, Facts, Result> = (shown: {
  readonly value: Result;
  readonly facts: Facts;
  readonly input: Input;
}) => readonly Subject[];

type RowQuery<A extends RowAction, Schema extends z.ZodType, Result> = {
  readonly action: A;
  readonly input: Schema;
  readonly load: (step: LoadStep<z.output<Schema>>) => Promise<FactsOf<A> | null>;
  readonly run: (step: RunStep<z.output<Schema>, FactsOf<A>>) => Promise<Result>;
  readonly reads?: Reads<z.output<Schema>, FactsOf<A>, Result>;
};
type EntryQuery<A extends EntryAction, Schema extends z.ZodType, Result> = {
  readonly action: A;
  readonly input: Schema;
  readonly run: (step: RunStep<z.output<Schema>, null>) => Promise<Result>;
  readonly reads?: Reads<z.output<Schema>, null, Result>;
};
type AnyQuery<Schema extends z.ZodType, Facts, Result> = {
  readonly action: RowAction | EntryAction;
  readonly input: Schema;
  readonly load?: (step: LoadStep<z.output<Schema>>) => Promise<Facts | null>;
  readonly run: (step: RunStep<z.output<Schema>, Facts>) => Promise<Result>;
  readonly reads?: Reads<z.output<Schema>, Facts, Result>;
};

const answer = <Schema extends z.ZodType, Facts, Result>(
  definition: AnyQuery<Schema, Facts, Result>,
  context: Context,
  input: z.output<Schema>,
): Promise<Result> =>
  inTransaction(context, async (tx, begun) => {
    const { actor, keys } = context;
    const { municipalityId } = actor;
    if (municipalityId === null) return fail("not_found", "kernel.not_found");
    const step = { tx, actor, keys, municipalityId, input };
    const facts = await loadFacts(definition.load, step);
    // Where nothing was loaded, no time has passed since the beginning.
    const { now, today } = definition.load ? await readClock(tx) : await beginningOf(tx, begun);
    const question = { actor, now, today };
    demand(definition.action, question, facts);
    const may = (action: RowAction | EntryAction, of: unknown = null) => decide(action, question, of);
    const value = await definition.run({ ...step, facts, now, today, may });
    const subjects = definition.reads?.({ value, facts, input }) ?? [];
    if (subjects.length > 0) {
      writeAuditLast(tx, actor, { kind: "reading", action: definition.action as string, at: now, subjects });
    }
    return value;
  });

type Define = {
  <A extends RowAction, Schema extends z.ZodType, Result>(
    definition: RowQuery<A, Schema, Result>,
  ): Query<z.input<Schema>, Result>;
  <A extends EntryAction, Schema extends z.ZodType, Result>(
    definition: EntryQuery<A, Schema, Result>,
  ): Query<z.input<Schema>, Result>;
};

const declare = <Schema extends z.ZodType, Facts, Result>(
  definition: AnyQuery<Schema, Facts, Result>,
): Query<z.input<Schema>, Result> => ({
  kind: "query",
  action: definition.action,
  input: definition.input,
  execute: async (context, rawInput) => {
    const input = parseInput(definition.input, rawInput);
    try {
      demandAssurance(definition.action, context.actor);
      return await answer(definition, context, input);
    } catch (error) {
      const refusal = asDomainError(error);
      if (refusal.kind === "forbidden" || refusal.kind === "not_found") {
        await recordRefusal(context, {
          action: definition.action as string,
          reason: refusal.reason,
          requestId: null,
        });
      }
      throw refusal;
    }
  },
});

/** Declares a query; see the head of this file. Throws `DomainError` only. */
// What makes the cast true: `Define` only narrows what `declare` takes, facts and action belong together.
export const defineQuery = declare as Define;
