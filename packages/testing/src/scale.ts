import { env } from "node:process";

/**
 * Whether this is a run of `npm run soak`, which asks for the long figures. The short ones belong to `npm test`, where
 * they are the same on every run.
 */
export const isSoak = env["SOAK"] !== undefined && env["SOAK"] !== "";

/** How often to repeat: `short` in `npm test`, `long` in `npm run soak`. */
export const scaled = (short: number, long: number): number => (isSoak ? long : short);

/** The seed of whatever a test draws at random: always the same in `npm test`, another on each soak, which prints it. */
export const seed: number = Number.parseInt(env["SOAK_SEED"] ?? "", 10) || 20_261_124;

/** How long one test may take: what Vitest is told, and ten hours in a soak, which ends by its figures. */
export const patience = (seconds: number): number => (isSoak ? 36_000_000 : seconds * 1000);
