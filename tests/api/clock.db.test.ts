import { watchClock } from "@tsunagari/api";
import { createDatabase, type Database } from "@tsunagari/db";
import { createTestDatabase, type TestDatabase } from "@tsunagari/testing";
import { afterAll, beforeAll, expect, it } from "vitest";

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  db = createDatabase(database.loginUrl, { poolSize: 2 });
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

const loggedWith = async (skewMs: number): Promise<readonly string[]> => {
  const lines: string[] = [];
  const watch = watchClock(db, { error: (fields: object) => void lines.push(JSON.stringify(fields)) }, () => {
    return Date.now() + skewMs;
  });
  await watch.look();
  watch.stop();
  return lines;
};

it.each([86_400_000, -86_400_000, 60_000, -60_000])(
  "a clock that is %i ms beside the database's is told (threat 21)",
  async (skewMs) => {
    const [line] = await loggedWith(skewMs);
    expect(line).toContain('"event":"clock.skew"');
  },
);

it("a clock that goes with the database's is not", async () => {
  expect(await loggedWith(0)).toEqual([]);
});
