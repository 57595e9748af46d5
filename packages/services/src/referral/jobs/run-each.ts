import { DomainError } from "@tsunagari/domain";
import type { Context } from "../../kernel/index.ts";

/** How many a job has dealt with. */
export type JobResult = { readonly done: number };

/** A job's context: the worker, acting for one city. */
export type JobContext = Context;

/**
 * Does one thing at a time, each in its own transaction. What somebody else has meanwhile dealt with answers with a
 * refusal and is passed over; anything else stops the job, so that the queue tries again.
 */
export const runEach = async (ids: readonly string[], act: (id: string) => Promise<unknown>): Promise<JobResult> => {
  let done = 0;
  for (const id of ids) {
    try {
      await act(id);
      done += 1;
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind === "internal") throw error;
    }
  }
  return { done };
};
