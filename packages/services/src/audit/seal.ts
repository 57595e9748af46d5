/*
 * The sealer. An entry is written in its command's transaction without looking at the chain; the sealer comes after,
 * alone for its city, and takes what no transaction under way can still stand before: entries whose transaction is older
 * than every running one, in the order of (transaction, id). So nothing is missed, and no command waits for another.
 */
import { sql, type Tx } from "@tsunagari/db";
import { auditEntry, auditSeal } from "@tsunagari/db/schema";
import { fail, inTransaction, type Context } from "../kernel/index.ts";
import { entryColumns, withSubjects } from "./chain-rows.ts";
import { linkHash } from "./chain.ts";
import { beforeFirst, type ChainHead } from "./verify.ts";

const batchSize = 1000;

type Position = ChainHead & {
  readonly xid: string;
  readonly id: string;
  /** No link yet, or its transaction is one this server has not reached: the data came here from another one. */
  readonly isFromElsewhere: boolean;
};

const start: Position = { ...beforeFirst, xid: "0", id: "", isFromElsewhere: true };

const findPosition = async (tx: Tx, municipalityId: string): Promise<Position> => {
  const [row] = await tx.execute<{
    chainNo: string;
    hash: string;
    xid: string | null;
    id: string;
    isFromElsewhere: boolean | null;
  }>(sql`
    select l.chain_no::text as "chainNo", encode(l.hash, 'hex') as "hash", e.xid::text as "xid", l.id::text as "id",
           e.xid >= pg_snapshot_xmax(pg_current_snapshot()) as "isFromElsewhere"
      from ${auditSeal} l left join ${auditEntry} e on e.municipality_id = l.municipality_id and e.id = l.id
     where l.municipality_id = ${municipalityId} order by l.chain_no desc limit 1`);
  if (!row) return start;
  if (row.xid === null) throw new Error("The last sealed entry is gone; nothing is sealed upon it.");
  return {
    chainNo: Number(row.chainNo),
    hash: Buffer.from(row.hash, "hex"),
    xid: row.xid,
    id: row.id,
    isFromElsewhere: row.isFromElsewhere === true,
  };
};

const findUnsealed = (tx: Tx, municipalityId: string, at: Position) => {
  const isSettled = sql`e.xid < pg_snapshot_xmin(pg_current_snapshot())`;
  const isNext = at.isFromElsewhere
    ? // Transactions begin anew on another server, so their order says nothing: what has no link is looked up.
      sql`(${isSettled} or e.xid >= pg_snapshot_xmax(pg_current_snapshot()))
          and not exists (select from ${auditSeal} l where l.municipality_id = e.municipality_id and l.id = e.id)`
    : sql`${isSettled} and (e.xid, e.id) > (${at.xid}::xid8, ${at.id}::uuid)`;
  const order = at.isFromElsewhere
    ? sql`e.xid < pg_snapshot_xmax(pg_current_snapshot()), e.xid, e.id`
    : sql`e.xid, e.id`;
  return tx.execute<Readonly<Record<string, string | null>>>(sql`
    select ${entryColumns} from ${auditEntry} e
     where e.municipality_id = ${municipalityId} and ${isNext} order by ${order} limit ${batchSize}`);
};

/** Three lists instead of a list of rows: a statement of four thousand parameters is longer in the making than in the doing. */
const insertLinks = (tx: Tx, municipalityId: string, links: readonly (ChainHead & { readonly id: string })[]) => {
  const list = (values: readonly (string | number)[]) => sql.param(`{${values.join(",")}}`);
  return tx.execute(sql`
    insert into ${auditSeal} (municipality_id, id, chain_no, hash)
    select ${municipalityId}::uuid, link.id, link.chain_no, decode(link.hash, 'hex')
      from unnest(${list(links.map(({ id }) => id))}::uuid[], ${list(links.map(({ chainNo }) => chainNo))}::bigint[],
                  ${list(links.map(({ hash }) => hash.toString("hex")))}::text[]) as link (id, chain_no, hash)`);
};

/**
 * Seals the next entries of the worker's city, at most a thousand in one transaction. Where another sealer is at it,
 * nothing. Gives back how many, and whether there may be more at once.
 */
export const sealEntries = (context: Context): Promise<{ readonly sealed: number; readonly isMore: boolean }> => {
  const { municipalityId } = context.actor;
  if (municipalityId === null) return fail("forbidden", "kernel.forbidden");
  return inTransaction(context, async (tx) => {
    const [lock] = await tx.execute<{ isOurs: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtextextended(${`audit seal ${municipalityId}`}, 0)) as "isOurs"`,
    );
    if (lock?.isOurs !== true) return { sealed: 0, isMore: false };
    const position = await findPosition(tx, municipalityId);
    const rows = await findUnsealed(tx, municipalityId, position);
    if (rows.length === 0) return { sealed: 0, isMore: false };
    let head: ChainHead = position;
    const links = (await withSubjects(tx, municipalityId, rows)).flatMap((entry) => {
      if (!entry || entry.id === null) return [];
      const chainNo = head.chainNo + 1;
      head = { chainNo, hash: linkHash(head.hash, chainNo, entry) };
      return [{ id: entry.id, ...head }];
    });
    await insertLinks(tx, municipalityId, links);
    return { sealed: links.length, isMore: rows.length === batchSize };
  });
};
