import postgres from "postgres";
import { inboxStatement } from "./raw/inbox.ts";
import { busyOrganizations } from "./works/sessions.ts";
import { worldCity, worldId } from "./world/ids.ts";
import type { World } from "./world/world.ts";

const rounds = 7;
const organizations = 192;

/** How long one connection takes for the inbox of an organization, in a transaction of its own as its receiver. */
const timed = async (sql: postgres.Sql, organization: number, role: string): Promise<number> => {
  const id = worldId("organization", organization);
  let spent = 0;
  await sql.begin(async (tx) => {
    await tx`select set_config('app.municipality_id', ${worldCity.id}, true), set_config('app.organization_id', ${id}, true),
      set_config('app.user_id', ${worldId("partner", organization)}, true), set_config('role', ${role}, true),
      set_config('plan_cache_mode', 'force_generic_plan', true)`;
    const began = performance.now();
    await tx.unsafe(inboxStatement, [worldCity.id, id], { prepare: true });
    spent = performance.now() - began;
  });
  return spent;
};

type Least = { behind: number; without: number };

/**
 * What row security costs inside PostgreSQL: the same statement as a partner and as one no fence stops, planned as the
 * program has it planned. Of each organization the least of the rounds counts, asked in turns: whatever else the machine
 * does only adds.
 */
export const fenceShare = async (world: World): Promise<number> => {
  const fenced = postgres(world.superuserUrl, { max: 1 });
  const free = postgres(world.superuserUrl, { max: 1 });
  const least = new Map<number, Least>();
  try {
    for (let round = 0; round <= rounds; round += 1) {
      for (const organization of busyOrganizations(world.size, organizations)) {
        const behind = await timed(fenced, organization, "tsunagari_partner");
        const without = await timed(free, organization, "none");
        const before = least.get(organization) ?? { behind, without };
        least.set(organization, {
          behind: Math.min(before.behind, behind),
          without: Math.min(before.without, without),
        });
      }
    }
    const sum = (side: keyof Least): number => [...least.values()].reduce((all, one) => all + one[side], 0);
    return sum("behind") / sum("without");
  } finally {
    await fenced.end();
    await free.end();
  }
};
