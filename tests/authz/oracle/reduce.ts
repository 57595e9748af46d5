import type { Row, World } from "./world.ts";

/** The world without some rows and without all that refers to them, however far away. */
const without = (world: World, gone: ReadonlySet<string>): World => {
  const lost = new Set(gone);
  const isLost = (row: Row): boolean =>
    Object.values(row).some((value) => typeof value === "string" && lost.has(value));
  let before = -1;
  while (lost.size > before) {
    before = lost.size;
    for (const row of Object.values(world.rows).flat()) if (isLost(row)) lost.add(row.id);
  }
  return {
    ...world,
    rows: Object.fromEntries(
      Object.entries(world.rows).map(([table, rows]) => [table, rows.filter(({ id }) => !lost.has(id))] as const),
    ),
  };
};

/** Takes rows away as long as the world still fails: first in halves, then one by one, until none can go. */
export const reduced = async (world: World, fails: (smaller: World) => Promise<boolean>): Promise<World> => {
  let smallest = world;
  const idsOf = () =>
    Object.entries(smallest.rows).flatMap(([table, rows]) =>
      table === "municipality" ? [] : rows.map(({ id }) => id),
    );
  for (let size = Math.ceil(idsOf().length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < idsOf().length;) {
      const smaller = without(smallest, new Set(idsOf().slice(at, at + size)));
      if (await fails(smaller)) smallest = smaller;
      else at += size;
    }
  }
  return smallest;
};
