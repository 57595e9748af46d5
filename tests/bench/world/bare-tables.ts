import type postgres from "postgres";

type Definition = { readonly drop: string; readonly restore: string };

/** Keys before the indexes, foreign keys after both: those lean on them. */
const definitions = `
  select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
         format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as restore,
         case contype when 'f' then 3 else 1 end as rank
    from pg_constraint
   where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'x', 'f')
  union all
  select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid), 2
    from pg_index i join pg_class c on c.oid = i.indexrelid
   where c.relnamespace = 'public'::regnamespace
     and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
   order by rank, drop`;

/**
 * Takes keys and indexes off every table while rows come in, and puts them back: an index is several times quicker built
 * than kept row by row. Putting a foreign key back asks the rows too.
 */
export const withBareTables = async (sql: postgres.Sql, load: () => Promise<void>): Promise<void> => {
  const taken = await sql.unsafe<Definition[]>(definitions);
  for (const { drop } of taken.toReversed()) await sql.unsafe(drop);
  await load();
  for (const { restore } of taken) await sql.unsafe(restore);
};
