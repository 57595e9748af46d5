import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";
import { urlOf } from "./test-cluster.ts";

export type TestDatabase = {
  /** The program's login, which owns nothing and passes no fence by itself. */
  readonly loginUrl: string;
  /** Passes every fence: for arranging and for looking behind them. */
  readonly superuserUrl: string;
  readonly migratorUrl: string;
  readonly drop: () => Promise<void>;
};

const asSuperuser = async (superuserUrl: string, statements: readonly string[]): Promise<void> => {
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => undefined });
  try {
    for (const statement of statements) await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
};

/**
 * An empty migrated database of its own for a test file, in about 100 ms. The fences and roles are those of production;
 * the environment is marked "test", so that `app.clock` may be set.
 */
export const createTestDatabase = async (): Promise<TestDatabase> => {
  const cluster = inject("testCluster");
  const database = `t_${process.pid}_${randomBytes(6).toString("hex")}`;
  // Rights on the database itself are not copied with the template.
  await asSuperuser(cluster.superuserUrl, [
    `create database ${database} template ${cluster.templateName} owner tsunagari_owner`,
    `revoke all on database ${database} from public`,
    `grant connect on database ${database} to tsunagari_login, tsunagari_migrator, tsunagari_backup`,
    `alter database ${database} set random_page_cost = 1.1`,
  ]);
  return {
    loginUrl: urlOf(cluster, { database, user: "tsunagari_login" }),
    superuserUrl: urlOf(cluster, { database }),
    migratorUrl: urlOf(cluster, { database, user: "tsunagari_migrator" }),
    drop: () => asSuperuser(cluster.superuserUrl, [`drop database if exists ${database} with (force)`]),
  };
};
