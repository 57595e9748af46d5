import { appendFile, readFile, writeFile } from "node:fs/promises";
import { seed } from "@tsunagari/testing";
import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "../kernel/index.ts";
import { readCheckpoints } from "./checkpoint-rows.ts";
import { readCheckpointCopy } from "./checkpoint-copy.ts";
import { readLinks } from "./chain-rows.ts";
import { linkHash, chainStart } from "./chain.ts";
import { openLog, subjects, writeEntry, type Log } from "./test-log.ts";
import { takeCheckpoint } from "./take-checkpoint.ts";
import { checkCity, verifyCity } from "./verify-city.ts";

let log: Log;
const length = 30;
beforeAll(async () => {
  log = await openLog();
  for (let entry = 1; entry <= length; entry += 1) {
    await writeEntry(log.context, subjects(entry % 3));
    if (entry % 10 === 0) {
      await log.sealAll();
      await takeCheckpoint(log.context, log.vault);
    }
  }
});
afterAll(() => log.close());

const city = () => log.context.actor.municipalityId ?? "";
const evidence = async () => ({
  keys: log.vault.keys.publicKeys,
  copied: await readCheckpointCopy(log.vault.copyPath, city()),
});
const problems = async () => (await verifyCity(log.context, await evidence())).problems;

const tables = ["audit_entry", "audit_subject", "audit_seal", "audit_checkpoint"];
const triggers = (sql: postgres.Sql, state: "disable" | "enable") =>
  Promise.all(tables.map((table) => sql.unsafe(`alter table ${table} ${state} trigger all`)));
/** Enabling puts a trigger back to where it does not hold for replicas; ours always holds. */
const restoreAlways = (sql: postgres.Sql) =>
  Promise.all(tables.map((table) => sql.unsafe(`alter table ${table} enable always trigger ${table}_written_once`)));

/** Does something as the superuser with every trigger off, looks at it, and puts the rows back as they were. */
const tamperedWith = async (statements: readonly string[]) => {
  const { behind } = log;
  for (const table of tables) await behind.unsafe(`create table public.kept_${table} as table ${table}`);
  await triggers(behind, "disable");
  try {
    for (const statement of statements) await behind.unsafe(statement);
    return await problems();
  } finally {
    for (const table of tables) {
      await behind.unsafe(`delete from ${table}; insert into ${table} select * from public.kept_${table};
        drop table public.kept_${table}`);
    }
    await triggers(behind, "enable");
    await restoreAlways(behind);
  }
};

/** A row that is drawn, the same on every run. */
const drawn = (table: string, step: number): string =>
  `(select ctid from ${table} where municipality_id = '${city()}' order by md5(id::text || '${seed + step}') limit 1)`;

const columns: Readonly<Record<string, string>> = {
  at: "at + interval '1 microsecond'",
  kind: "kind || 'x'",
  action: "'case.read'",
  actor_kind: "'staff'",
  user_id: "gen_random_uuid()",
  department_id: "gen_random_uuid()",
  organization_id: "gen_random_uuid()",
  job: "null",
  request_id: "gen_random_uuid()",
  reason: "''",
  xid: "'7'",
};
const subjectColumns: Readonly<Record<string, string>> = {
  kind: "'case'",
  subject_id: "gen_random_uuid()",
  case_id: "null",
  person_id: "gen_random_uuid()",
};

/** Hashes of the whole chain computed anew, as who may write everything can. */
const recomputed = async (): Promise<string[]> => {
  let previous = chainStart;
  const statements: string[] = [];
  for await (const batch of readLinks(log.context, city(), 0)) {
    for (const { chainNo, entry } of batch) {
      if (!entry) throw new Error("no entry");
      previous = linkHash(previous, chainNo, entry);
      statements.push(
        `update audit_seal set hash = '\\x${previous.toString("hex")}' where municipality_id = '${city()}' and chain_no = ${chainNo}`,
      );
    }
  }
  return statements;
};

describe("the superuser, with every trigger off (threat 19)", () => {
  it("finds the chain whole before", async () => {
    expect(await verifyCity(log.context, await evidence())).toEqual({ sealed: length, checkpoints: 3, problems: [] });
  });

  it.each(Object.entries(columns))("edits %s of an entry, and is found", async (column, value) => {
    const found = await tamperedWith([
      `update audit_entry set ${column} = ${value} where ctid = ${drawn("audit_entry", column.length)}`,
    ]);
    expect(found[0]?.problem).toBe("link_broken");
  });

  it.each(Object.entries(subjectColumns))("edits %s of a subject, and is found", async (column, value) => {
    const found = await tamperedWith([
      `update audit_subject set ${column} = ${value} where ctid = ${drawn("audit_subject", column.length)}`,
    ]);
    expect(found[0]?.problem).toBe("link_broken");
  });

  it.each<readonly [string, string, readonly string[]]>([
    ["removes a subject", "link_broken", [`delete from audit_subject where ctid = ROW(audit_subject)`]],
    [
      "adds a subject",
      "link_broken",
      [
        "insert into audit_subject (municipality_id, id, audit_id, kind, subject_id) select municipality_id, gen_random_uuid(), id, 'case', gen_random_uuid() from audit_entry where ctid = ROW(audit_entry)",
      ],
    ],
    ["deletes an entry", "entry_missing", ["delete from audit_entry where ctid = ROW(audit_entry)"]],
    ["deletes a link", "link_missing", ["delete from audit_seal where chain_no = 12"]],
    [
      "deletes entry and link and closes the gap",
      "link_broken",
      [
        "delete from audit_entry where id = (select id from audit_seal where chain_no = 12)",
        "delete from audit_seal where chain_no = 12",
        "update audit_seal set chain_no = -chain_no where chain_no > 12",
        "update audit_seal set chain_no = -chain_no - 1 where chain_no < 0",
      ],
    ],
    [
      "swaps two links",
      "link_broken",
      [
        "update audit_seal set chain_no = 0 where chain_no = 5",
        "update audit_seal set chain_no = 5 where chain_no = 17",
        "update audit_seal set chain_no = 17 where chain_no = 0",
      ],
    ],
    ["changes a hash", "link_broken", ["update audit_seal set hash = sha256(hash) where chain_no = 21"]],
    [
      "slips an entry in",
      "entry_unsealed",
      [
        "insert into audit_entry (municipality_id, id, at, kind, action, actor_kind, xid) select municipality_id, gen_random_uuid(), at, kind, action, actor_kind, xid from audit_entry where id = (select id from audit_seal where chain_no = 3)",
      ],
    ],
    ["cuts the end", "chain_cut", ["delete from audit_seal where chain_no > 25"]],
    [
      "cuts the end with its checkpoints and entries",
      "chain_cut",
      [
        "delete from audit_entry where id in (select id from audit_seal where chain_no > 20)",
        "delete from audit_seal where chain_no > 20",
        "delete from audit_checkpoint where chain_no > 20",
      ],
    ],
    ["empties everything", "chain_cut", tables.map((table) => `delete from ${table}`)],
    ["deletes a checkpoint", "checkpoint_missing", ["delete from audit_checkpoint where checkpoint_no = 2"]],
    [
      "deletes the last checkpoint",
      "checkpoint_differs_from_copy",
      ["delete from audit_checkpoint where checkpoint_no = 3"],
    ],
    [
      "moves a checkpoint's moment",
      "checkpoint_broken",
      ["update audit_checkpoint set at = at - interval '1 day' where checkpoint_no = 2"],
    ],
  ])("%s, and is found: %s", async (_, problem, statements) => {
    const made = statements.map((statement) =>
      statement.replace(/ROW\((\w+)\)/u, (__, table: string) => drawn(table, statement.length)),
    );
    expect((await tamperedWith(made))[0]?.problem).toBe(problem);
  });

  it("edits an entry and computes the whole chain anew, and is found at the next checkpoint", async () => {
    const { behind } = log;
    await triggers(behind, "disable");
    await behind`update audit_entry set action = 'case.open2' where id = (select id from audit_seal where chain_no = 13)`;
    const forged = await recomputed();
    await behind`update audit_entry set action = 'case.open' where id = (select id from audit_seal where chain_no = 13)`;
    await triggers(behind, "enable");
    const edit =
      "update audit_entry set action = 'case.open2' where id = (select id from audit_seal where chain_no = 13)";
    const kept = await tamperedWith([edit, ...forged]);
    const dropped = await tamperedWith([edit, ...forged, "delete from audit_checkpoint"]);
    expect(kept).toEqual([{ problem: "chain_rewritten", no: 20 }]);
    expect(dropped[0]).toEqual({ problem: "chain_rewritten", no: 20 });
  });
});

describe("a checkpoint", () => {
  const count = async () =>
    (await inTransaction(log.context, (tx) => readCheckpoints(tx, city()))).map(({ chainNo }) => chainNo);

  it("is taken only where something new was sealed, by one of two workers at once, and copied each time", async () => {
    const { context, vault } = log;
    expect(await takeCheckpoint(context, vault)).toEqual({ taken: false, problems: [] });
    await writeEntry(context);
    await log.sealAll();
    const both = await Promise.all([takeCheckpoint(context, vault), takeCheckpoint(context, vault)]);
    expect(both.filter(({ taken }) => taken)).toHaveLength(1);
    expect(await count()).toEqual([10, 20, 30, 31]);
    const copied = await readCheckpointCopy(vault.copyPath, city());
    expect(copied.map(({ chainNo }) => chainNo)).toEqual([10, 20, 30, 31]);
  });

  it("is copied again where a crash cut the line off, or the file is new", async () => {
    const { context, vault } = log;
    const whole = await readFile(vault.copyPath, "utf8");
    await writeFile(vault.copyPath, whole.slice(0, -40));
    await takeCheckpoint(context, vault);
    expect((await readCheckpointCopy(vault.copyPath, city())).map(({ chainNo }) => chainNo)).toEqual([10, 20, 30, 31]);
    expect(await problems()).toEqual([]);
    const anew = { ...vault, copyPath: `${vault.copyPath}.new` };
    await takeCheckpoint(context, anew);
    expect(new Set((await readFile(anew.copyPath, "utf8")).split("\n"))).toEqual(new Set(whole.split("\n")));
    await appendFile(vault.copyPath, "not a checkpoint\n");
    expect(await problems()).toEqual([]);
  });

  it("is not signed over a log that does not fit; who answers for it is told once a day, and the check written down", async () => {
    const { behind, context, vault } = log;
    const user = crypto.randomUUID();
    await behind`insert into user_account (municipality_id, id, kind, mail_hmac, mail_ciphertext, name_ciphertext, status)
      values (${city()}, ${user}, 'staff', '\\x01', '\\x01', '\\x01', 'active')`;
    await behind`insert into role_assignment (municipality_id, id, user_id, role_code, scope_kind, since_on)
      values (${city()}, ${crypto.randomUUID()}, ${user}, 'auditor', 'municipality', '2020-04-01')`;
    expect(await checkCity(context, vault)).toMatchObject({ sealed: 31, problems: [] });
    await writeEntry(context);
    await log.sealAll();
    await triggers(behind, "disable");
    await behind`update audit_entry set action = 'x' where id = (select id from audit_seal where chain_no = 32)`;
    await triggers(behind, "enable");
    const problem = { problem: "link_broken", no: 32 };
    expect(await takeCheckpoint(context, vault)).toEqual({ taken: false, problems: [problem] });
    expect((await checkCity(context, vault)).problems).toEqual([problem]);
    expect(await count()).toEqual([10, 20, 30, 31]);
    const checks = await behind`select problem, problem_no::int as no from audit_verification order by at, id`;
    expect(checks.slice()).toEqual([{ problem: null, no: null }, problem, problem]);
    const told = await behind`select user_id, kind from notice`;
    expect(told.slice()).toEqual([{ user_id: user, kind: "audit.broken" }]);
  });
});
