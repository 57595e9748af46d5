/*
 * A reading that one statement answers, sent in one packet with the actor it is asked as: parse → statement under the
 * fences → policy → present. What the policy refuses is dropped before anybody sees it. Only for what shows no personal
 * data, since nothing is logged; `defineQuery` is for everything else (`docs/adr/0015-one-statement.md`).
 */
import type { Statement } from "@tsunagari/db";
import type { Actor, CivilDate, EntryAction, Instant, MunicipalityId } from "@tsunagari/domain";
import type { z } from "zod";
import { recordRefusal } from "./audit.ts";
import type { Context, Query } from "./context.ts";
import { demand, demandAssurance } from "./decide.ts";
import { fail } from "./fail.ts";
import { parseInput } from "./parse.ts";
import { asDomainError, askAs, inTransaction, momentOf, readClock } from "./transaction.ts";

type Asked<Input> = { readonly actor: Actor; readonly municipalityId: MunicipalityId; readonly input: Input };
type Answered<Input, Row> = Asked<Input> & {
  readonly rows: readonly Row[];
  readonly now: Instant;
  readonly today: CivilDate;
};

type StatementQuery<Schema extends z.ZodType, Row extends object, Values extends Record<string, unknown>, Result> = {
  readonly action: EntryAction;
  readonly input: Schema;
  readonly statement: Statement<Row, Values>;
  readonly values: (asked: Asked<z.output<Schema>>) => Values;
  readonly present: (answered: Answered<z.output<Schema>, Row>) => Result;
};

/** Declares a query of one statement; see the head of this file. Throws `DomainError` only. */
export const defineStatementQuery = <
  Schema extends z.ZodType,
  Row extends object,
  Values extends Record<string, unknown>,
  Result,
>(
  definition: StatementQuery<Schema, Row, Values, Result>,
): Query<z.input<Schema>, Result> => {
  const { action, statement, values, present } = definition;
  const answer = async (context: Context, input: z.output<Schema>): Promise<Result> => {
    const { actor } = context;
    const { municipalityId } = actor;
    if (municipalityId === null) return fail("not_found", "kernel.not_found");
    const asked = { actor, municipalityId, input };
    const { rows, begun } = await askAs(context, statement, values(asked));
    const moment = begun.now === null ? await inTransaction(context, readClock) : momentOf(begun.now);
    demand(action, { actor, ...moment }, null);
    return present({ ...asked, rows, ...moment });
  };
  return {
    kind: "query",
    action,
    input: definition.input,
    execute: async (context, rawInput) => {
      const input = parseInput(definition.input, rawInput);
      try {
        demandAssurance(action, context.actor);
        return await answer(context, input);
      } catch (error) {
        const refusal = asDomainError(error);
        if (refusal.kind === "forbidden" || refusal.kind === "not_found") {
          await recordRefusal(context, { action: action as string, reason: refusal.reason, requestId: null });
        }
        throw refusal;
      }
    },
  };
};
