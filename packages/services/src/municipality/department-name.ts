import { sql, type SQL } from "@tsunagari/db";
import type { CivilDate } from "@tsunagari/domain";

/**
 * The name the selected department bore on a day (C-08), for the `select` of a query that reads `department` under its
 * own name. Columns are written out: drizzle drops the table's name where a query has one table, and an unqualified
 * column would then be the sub-query's own.
 */
export const departmentNameOn = (on: CivilDate | SQL): SQL<string> => sql<string>`coalesce(
  (select later.name from public.department_name later
    where later.municipality_id = department.municipality_id and later.department_id = department.id
      and later.since_on <= ${on} order by later.since_on desc limit 1),
  department.name)`;

/** The name of today. */
export const departmentNameToday: SQL<string> = departmentNameOn(sql`app.today()`);
