import { setTimeout as sleep } from "node:timers/promises";
import { sealEntries } from "@tsunagari/services/audit";
import type { Context, System } from "@tsunagari/services/kernel";
import { listCities } from "@tsunagari/services/municipality";
import type { Logger } from "pino";
import { errorFields } from "../log.ts";

const pauseMs = 1000;
const pauseAfterFailureMs = 10_000;
/** A city with a million entries to seal does not keep the others waiting. */
const batchesInARow = 20;

export type RunningSealer = { readonly stop: () => Promise<void> };

/** Seals what was committed in the worker's city. */
export const sealCity = async (context: Context): Promise<void> => {
  for (let batch = 0; batch < batchesInARow; batch += 1) {
    if (!(await sealEntries(context)).isMore) return;
  }
};

const sealEveryCity = async (system: System, logger: Logger): Promise<boolean> => {
  let isWell = true;
  try {
    const cities = await listCities.execute({ ...system, actor: { kind: "public", municipalityId: null } }, {});
    for (const { id: municipalityId } of cities) {
      await sealCity({ ...system, actor: { kind: "worker", municipalityId, job: "audit.seal" } }).catch(
        (error: unknown) => {
          isWell = false;
          logger.error({ event: "audit.seal_failed", municipalityId, ...errorFields(error) });
        },
      );
    }
  } catch (error) {
    isWell = false;
    logger.error({ event: "audit.seal_failed", ...errorFields(error) });
  }
  return isWell;
};

/** Seals what was committed, every second, city after city. Several workers may: a city is sealed by one at a time. */
export const startSealer = (system: System, logger: Logger): RunningSealer => {
  const stopping = new AbortController();
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const isWell = await sealEveryCity(system, logger);
      await sleep(isWell ? pauseMs : pauseAfterFailureMs, undefined, { signal: stopping.signal }).catch(
        () => undefined,
      );
    }
  };
  const running = run();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
};
