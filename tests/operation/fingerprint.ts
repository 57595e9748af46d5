import postgres from "postgres";

const ofSchemas = "n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')";

const withSuperuser = async <T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> => {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
};

const namesOf = async (sql: postgres.Sql, kind: "r" | "S"): Promise<string[]> => {
  const found = await sql.unsafe<{ name: string }[]>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = '${kind}' and ${ofSchemas} order by 1`,
  );
  return found.map(({ name }) => name);
};

/** Every table of the database with its count and the SHA-256 of its ordered rows. */
export const fingerprint = (superuserUrl: string): Promise<Record<string, string>> =>
  withSuperuser(superuserUrl, async (sql) => {
    const found: Record<string, string> = {};
    for (const name of await namesOf(sql, "r")) {
      const [row] = await sql.unsafe<{ count: string; hash: string }[]>(
        `select count(*) as count,
                encode(sha256(convert_to(coalesce(string_agg(t::text, e'\\n' order by t::text), ''), 'UTF8')), 'hex') as hash
           from ${name} t`,
      );
      found[name] = `${row?.count} ${row?.hash}`;
    }
    return found;
  });

/** Every sequence with its last value. */
export const sequenceValues = (superuserUrl: string): Promise<Record<string, number>> =>
  withSuperuser(superuserUrl, async (sql) => {
    const found: Record<string, number> = {};
    for (const name of await namesOf(sql, "S")) {
      const [row] = await sql.unsafe<{ value: string }[]>(`select last_value as value from ${name}`);
      found[name] = Number(row?.value);
    }
    return found;
  });
