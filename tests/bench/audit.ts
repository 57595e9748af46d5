import { createDatabase } from "@tsunagari/db";
import { asId } from "@tsunagari/domain";
import { sealEntries, temporarySigningKeys, verifyCity } from "@tsunagari/services/audit";
import { readKeyFile, type Context } from "@tsunagari/services/kernel";
import type { Property } from "./report.ts";
import { worldCity } from "./world/ids.ts";
import type { World } from "./world/world.ts";

const most = 1_000_000;
const floorSeconds = 60;

/** Seals the log of the world up to a million entries, or as many as it has; gives back how many. */
const seal = async (context: Context): Promise<number> => {
  let sealed = 0;
  for (;;) {
    const done = await sealEntries(context);
    sealed += done.sealed;
    if (!done.isMore || sealed >= most) return sealed;
  }
};

/** How long a check of the whole audit chain takes, as `npm run admin -- verify-audit` does it. */
export const measureAudit = async (world: World): Promise<Property> => {
  const db = createDatabase(world.loginUrl);
  try {
    const keys = await readKeyFile(`${world.directory}/keys.json`);
    const actor = { kind: "worker", municipalityId: asId<"municipality">(worldCity.id), job: "bench" } as const;
    const context: Context = { db, keys, log: () => undefined, actor };
    const sealed = await seal(context);
    const began = performance.now();
    const { problems } = await verifyCity(context, { keys: temporarySigningKeys().publicKeys, copied: null });
    const seconds = (performance.now() - began) / 1000;
    if (problems.length > 0) throw new Error(`The audit chain does not fit: ${JSON.stringify(problems)}`);
    const floor = (floorSeconds * sealed) / most;
    return {
      name: `Check of the audit chain, ${sealed.toLocaleString("en")} entries`,
      measured: `${seconds.toFixed(1)} s`,
      floor: `≤ ${String(floor)} s`,
      isMet: seconds <= floor,
    };
  } finally {
    await db.close();
  }
};
