import { randomUUID } from "node:crypto";
import type postgres from "postgres";

/** Inserts a row of one city and gives its id. */
export type Insert = (table: string, row: Record<string, unknown>) => Promise<string>;

export const inserter =
  (sql: postgres.Sql, municipalityId: string): Insert =>
  async (table, row) => {
    const id = typeof row["id"] === "string" ? row["id"] : randomUUID();
    await sql`insert into ${sql(table)} ${sql({ municipality_id: municipalityId, ...row, id })}`;
    return id;
  };
