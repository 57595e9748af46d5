import { add, failure, nothing, type Outcome } from "./outcome.ts";
import type { Stage } from "./stages.ts";

const runStage = async (stage: Stage): Promise<Outcome> => {
  try {
    return await stage.run();
  } catch (err) {
    console.error(err);
    return failure(`${stage.name}: ${err instanceof Error ? err.message : String(err)}`);
  }
};

/**
 * Runs each stage even after one failed, then prints the minutes of each, what failed, and as the last line
 * `N passed, N failed`, by which CI knows the outcome.
 */
export const runStages = async (stages: readonly Stage[]): Promise<never> => {
  let total = nothing;
  const summary: string[] = [];
  for (const [index, stage] of stages.entries()) {
    stages[index + 1]?.prepare?.();
    const startedAt = Date.now();
    const outcome = await runStage(stage);
    total = add(total, outcome);
    const minutes = ((Date.now() - startedAt) / 60_000).toFixed(1);
    summary.push(
      `${stage.name.padEnd(10)} ${minutes.padStart(5)} min  ${outcome.passed} passed, ${outcome.failed} failed`,
    );
    summary.push(...outcome.failures.map((text) => `  ✗ ${text}`));
  }
  console.info(`\n${summary.join("\n")}\n`);
  console.info(`${total.passed} passed, ${total.failed} failed`);
  return process.exit(total.failed === 0 ? 0 : 1);
};
