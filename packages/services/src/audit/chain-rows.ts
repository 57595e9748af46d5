/*
 * Rows as they are sealed: every column as text, instants in UTC with microseconds. Read in pages, each in a transaction
 * of its own: a check of a million links holds no transaction open.
 */
import { sql, type SQL, type Tx } from "@tsunagari/db";
import { auditEntry, auditSeal, auditSubject } from "@tsunagari/db/schema";
import { inTransaction, type Context } from "../kernel/index.ts";
import type { ChainEntry } from "./chain.ts";
import type { ChainHead, ChainLink } from "./verify.ts";

type Row = Readonly<Record<string, string | null>>;

/** An instant as text, to the microsecond. */
export const instantAsText = (column: SQL): SQL<string> =>
  sql<string>`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** The columns of an entry for a select, in the names of `ChainEntry`; the city is the one it is looked for in. */
export const entryColumns = sql`e.id::text as "id",
  ${instantAsText(sql`e.at`)} as "at", e.kind as "kind", e.action as "action", e.actor_kind as "actorKind",
  e.user_id::text as "userId", e.department_id::text as "departmentId", e.organization_id::text as "organizationId",
  e.job as "job", e.request_id::text as "requestId", e.reason as "reason", e.xid::text as "xid"`;

const subjectColumns = sql`s.id::text as "id", s.audit_id::text as "auditId", s.kind as "kind",
  s.subject_id::text as "subjectId", s.case_id::text as "caseId", s.person_id::text as "personId"`;

const entryOf = (municipalityId: string, row: Row, subjects: readonly Row[]): ChainEntry => ({
  municipalityId,
  id: row["id"] ?? null,
  at: row["at"] ?? null,
  kind: row["kind"] ?? null,
  action: row["action"] ?? null,
  actorKind: row["actorKind"] ?? null,
  userId: row["userId"] ?? null,
  departmentId: row["departmentId"] ?? null,
  organizationId: row["organizationId"] ?? null,
  job: row["job"] ?? null,
  requestId: row["requestId"] ?? null,
  reason: row["reason"] ?? null,
  xid: row["xid"] ?? null,
  subjects: subjects.map((subject) => ({
    municipalityId,
    id: subject["id"] ?? null,
    auditId: subject["auditId"] ?? null,
    kind: subject["kind"] ?? null,
    subjectId: subject["subjectId"] ?? null,
    caseId: subject["caseId"] ?? null,
    personId: subject["personId"] ?? null,
  })),
});

const noSubjects: readonly Row[] = [];

/** Entries with their subjects, in the order of the rows; null where a row has no entry. */
const joined = (
  municipalityId: string,
  rows: readonly Row[],
  subjects: readonly Row[],
): readonly (ChainEntry | null)[] => {
  const byEntry = new Map<string, Row[]>();
  for (const subject of subjects) {
    const id = subject["auditId"] ?? "";
    const others = byEntry.get(id);
    if (others) others.push(subject);
    else byEntry.set(id, [subject]);
  }
  return rows.map((row) => (row["id"] ? entryOf(municipalityId, row, byEntry.get(row["id"]) ?? noSubjects) : null));
};

/** Entries with their subjects, in the order of the rows. */
export const withSubjects = async (
  tx: Tx,
  municipalityId: string,
  rows: readonly Row[],
): Promise<readonly (ChainEntry | null)[]> => {
  const ids = rows.flatMap((row) => row["id"] ?? []);
  if (ids.length === 0) return rows.map(() => null);
  const subjects = await tx.execute<Row>(sql`
    select ${subjectColumns} from ${auditSubject} s
     where s.municipality_id = ${municipalityId} and s.audit_id = any(${sql.param(`{${ids.join(",")}}`)}::uuid[])`);
  return joined(municipalityId, rows, subjects);
};

const pageSize = 5000;

type Page = { readonly municipalityId: string; readonly from: number; readonly to: number };

const readPage = (context: Context, { municipalityId, from, to }: Page): Promise<readonly ChainLink[]> =>
  inTransaction(context, async (tx) => {
    // A number below the first belongs to no link and must be seen as well.
    const first = from === 0 ? sql`true` : sql`l.chain_no > ${from}`;
    const inPage = sql`l.municipality_id = ${municipalityId} and ${first} and l.chain_no <= ${to}`;
    // None waits for the one before: they leave together.
    const [, rows, subjects] = await Promise.all([
      // To begin and end other processes takes longer than a page.
      tx.execute(sql`set local max_parallel_workers_per_gather = 0`),
      tx.execute<Row>(sql`
        select l.chain_no::text as "chainNo", encode(l.hash, 'hex') as "hash", ${entryColumns}
          from ${auditSeal} l left join ${auditEntry} e on e.municipality_id = l.municipality_id and e.id = l.id
         where ${inPage} order by l.chain_no, l.id`),
      tx.execute<Row>(sql`
        select ${subjectColumns} from ${auditSeal} l
          join ${auditSubject} s on s.municipality_id = l.municipality_id and s.audit_id = l.id
         where ${inPage}`),
    ]);
    const entries = joined(municipalityId, rows, subjects);
    return rows.map((row, index) => ({
      chainNo: Number(row["chainNo"]),
      hash: Buffer.from(row["hash"] ?? "", "hex"),
      entry: entries[index] ?? null,
    }));
  });

/** The last link, or null before the first. */
export const readHead = async (tx: Tx, municipalityId: string): Promise<ChainHead | null> => {
  const [row] = await tx.execute<{ chainNo: string; hash: string }>(sql`
    select chain_no::text as "chainNo", encode(hash, 'hex') as "hash" from ${auditSeal}
     where municipality_id = ${municipalityId} order by chain_no desc limit 1`);
  return row ? { chainNo: Number(row.chainNo), hash: Buffer.from(row.hash, "hex") } : null;
};

/** The hash of a link, or null where it is not there. */
export const readHashAt = async (tx: Tx, municipalityId: string, chainNo: number): Promise<Buffer | null> => {
  const [row] = await tx.execute<{ hash: string }>(sql`
    select encode(hash, 'hex') as "hash" from ${auditSeal}
     where municipality_id = ${municipalityId} and chain_no = ${chainNo}`);
  return row ? Buffer.from(row.hash, "hex") : null;
};

/**
 * The links behind a number, up to what is the last when it begins. While one page is looked at the next is read, so that
 * the database and the program work at the same time.
 */
export async function* readLinks(
  context: Context,
  municipalityId: string,
  after: number,
): AsyncGenerator<readonly ChainLink[]> {
  const last = (await inTransaction(context, (tx) => readHead(tx, municipalityId)))?.chainNo ?? 0;
  const read = (from: number): Promise<readonly ChainLink[]> | null =>
    from < last ? readPage(context, { municipalityId, from, to: from + pageSize }) : null;
  let next = read(after);
  for (let from = after + pageSize; next !== null; from += pageSize) {
    const page = await next;
    next = read(from);
    // Who stops early does not wait for it; a failure is told to who does.
    next?.catch(() => undefined);
    yield page;
  }
}

/** Entries that stand before the last link and were never sealed. */
export const countSlippedIn = (context: Context, municipalityId: string): Promise<number> =>
  inTransaction(context, async (tx) => {
    // Once a night over the whole log; the time a request may take does not hold here.
    await tx.execute(sql`set local statement_timeout = '10min'`);
    const [row] = await tx.execute<{ entries: number }>(sql`
      with head as (
        select e.xid, e.id from ${auditSeal} l
          join ${auditEntry} e on e.municipality_id = l.municipality_id and e.id = l.id
         where l.municipality_id = ${municipalityId} order by l.chain_no desc limit 1)
      select count(*)::integer as entries from ${auditEntry} e, head h
       where e.municipality_id = ${municipalityId} and (e.xid, e.id) < (h.xid, h.id)
         and h.xid < pg_snapshot_xmax(pg_current_snapshot())
         and not exists (select from ${auditSeal} l where l.municipality_id = e.municipality_id and l.id = e.id)`);
    return row?.entries ?? 0;
  });
