import type { LoadStep } from "./context.ts";
import { fail } from "./fail.ts";

/**
 * The facts a rule decides on; `not_found` where the fences hide them. Without a loader there are none: the overloads of
 * `defineCommand` and `defineQuery` allow that only for entry actions, whose facts are `null`.
 */
export const loadFacts = async <Input, Facts>(
  load: ((step: LoadStep<Input>) => Promise<Facts | null>) | undefined,
  step: LoadStep<Input>,
): Promise<Facts> => {
  if (!load) return null as Facts;
  return (await load(step)) ?? fail("not_found", "kernel.not_found");
};
