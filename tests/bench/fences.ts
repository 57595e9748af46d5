import postgres from "postgres";
import { median } from "./measure.ts";
import { inboxStatement } from "./raw/inbox.ts";
import { busyOrganizations } from "./works/sessions.ts";
import { worldCity, worldId } from "./world/ids.ts";
import type { World } from "./world/world.ts";

const rounds = 7;
const organizations = 192;

/** Time within one connection for the inbox of many organizations, each in a transaction of its own as its receiver. */
const timed = async (sql: postgres.Sql, world: World, role: string | null): Promise<number> => {
  let spent = 0;
  for (const organization of busyOrganizations(world.size, organizations)) {
    const id = worldId("organization", organization);
    await sql.begin(async (tx) => {
      await tx`select set_config('app.municipality_id', ${worldCity.id}, true), set_config('app.organization_id', ${id}, true),
        set_config('app.user_id', ${worldId("partner", organization)}, true), set_config('role', ${role ?? "none"}, true)`;
      const began = performance.now();
      await tx.unsafe(inboxStatement, [worldCity.id, id], { prepare: true });
      spent += performance.now() - began;
    });
  }
  return spent;
};

/** What row security costs inside PostgreSQL: the same statement as a partner and as one no fence stops. */
export const fenceShare = async (world: World): Promise<number> => {
  const fenced = postgres(world.superuserUrl, { max: 1 });
  const free = postgres(world.superuserUrl, { max: 1 });
  try {
    const ratios: number[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const behind = await timed(fenced, world, "tsunagari_partner");
      const without = await timed(free, world, null);
      if (round > 0) ratios.push(behind / without);
    }
    return median(ratios);
  } finally {
    await fenced.end();
    await free.end();
  }
};
