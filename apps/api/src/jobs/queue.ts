import { PgBoss } from "pg-boss";

/** The queue's tables, apart from those behind the fences: they hold names of jobs and no data of anybody. */
const schema = "queue";

/**
 * Makes or updates the queue's tables as `tsunagari_owner` and lets the worker's role use them, no more. Part of a
 * release, like the migrations and with the same login; repeatable.
 */
export const prepareQueue = async (migratorUrl: string): Promise<void> => {
  const boss = new PgBoss({
    connectionString: migratorUrl,
    options: "-c role=tsunagari_owner",
    max: 1,
    schema,
    supervise: false,
    schedule: false,
  });
  await boss.start();
  try {
    for (const statement of [
      `grant usage on schema ${schema} to tsunagari_worker`,
      `grant select, insert, update, delete on all tables in schema ${schema} to tsunagari_worker`,
      `grant usage on all sequences in schema ${schema} to tsunagari_worker`,
    ]) {
      await boss.getDb().executeSql(statement);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
};

/** The queue as the worker's role, on two connections of its own; it changes no table and rebuilds no index. */
export const openQueue = (databaseUrl: string): PgBoss =>
  new PgBoss({
    connectionString: databaseUrl,
    options: "-c role=tsunagari_worker",
    application_name: "tsunagari-worker",
    max: 2,
    schema,
    migrate: false,
    createSchema: false,
    reindex: false,
    monitorVacuum: false,
  });

export type WaitingJobs = { readonly job: string; readonly state: string; readonly count: number };

/** Jobs not done yet, by name and state; none of what they hold. */
export const waitingJobs = async (boss: PgBoss): Promise<readonly WaitingJobs[]> => {
  const { rows } = await boss
    .getDb()
    .executeSql(
      `select name as job, state::text as state, count(*)::int as count from ${schema}.job where state < 'completed' group by 1, 2`,
    );
  return rows as readonly WaitingJobs[];
};
