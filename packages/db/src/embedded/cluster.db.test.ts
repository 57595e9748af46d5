import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { removeCluster, startCluster, type Cluster } from "./cluster.ts";
import { freePort } from "./port.ts";
import { readPidFile } from "./postmaster.ts";

let directory: string;
let progress: string[];

const start = (durable = false): Promise<Cluster> =>
  startCluster({ directory, durable, onProgress: (line) => progress.push(line) });

const query = async (cluster: Cluster, text: string): Promise<Record<string, unknown>[]> => {
  const sql = postgres(cluster.superuserUrl("postgres"), { max: 1 });
  try {
    return (await sql.unsafe(text)).slice();
  } finally {
    await sql.end();
  }
};

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "tsunagari-cluster-"));
  progress = [];
});
afterEach(async () => {
  await removeCluster(directory);
  await rm(directory, { recursive: true, force: true });
});

describe("the embedded PostgreSQL", () => {
  it("is release 18 in UTF-8 with checksums, on 127.0.0.1 only", async () => {
    const cluster = await start();
    const rows = await query(
      cluster,
      `select current_setting('server_version_num')::int / 10000 as release, current_setting('server_encoding') as encoding,
              current_setting('data_checksums') as checksums, current_setting('listen_addresses') as addresses,
              current_setting('unix_socket_directories') as sockets, current_setting('timezone') as timezone,
              (select datctype from pg_database where datname = 'postgres') as ctype`,
    );
    expect(rows).toEqual([
      {
        release: 18,
        encoding: "UTF8",
        checksums: "on",
        addresses: "127.0.0.1",
        sockets: "",
        timezone: "UTC",
        ctype: "C.UTF-8",
      },
    ]);
    await cluster.stop();
  });

  it("refuses a superuser without the password", async () => {
    const cluster = await start();
    const url = new URL(cluster.superuserUrl("postgres"));
    url.password = "guessed";
    const sql = postgres(url.href, { max: 1 });
    await expect(sql`select 1`).rejects.toThrow("password authentication failed");
    await sql.end();
    await cluster.stop();
  });

  it("keeps its data from one start to the next", async () => {
    const first = await start();
    await query(first, "create table kept as select 7 as value");
    await first.stop();
    const second = await start();
    expect(await query(second, "select value from kept")).toEqual([{ value: 7 }]);
    await second.stop();
  });

  it("finds the server of a killed run, stops it and keeps what was committed", async () => {
    const left = await start();
    await query(left, "create table kept as select 7 as value");
    const pid = (await readPidFile(join(directory, "data")))?.pid;
    const again = await start();
    expect(progress.at(-1)).toBe(`Stopping the database an earlier run left behind (process ${pid})`);
    await left.ended;
    expect(await query(again, "select value from kept")).toEqual([{ value: 7 }]);
    await again.stop();
  });

  it("recovers what was committed when the server itself was killed, and tells that it ended", async () => {
    const killed = await start(true);
    await query(killed, "create table kept as select 7 as value");
    process.kill((await readPidFile(join(directory, "data")))?.pid ?? 0, "SIGKILL");
    await killed.ended;
    const again = await start();
    expect(await query(again, "select value from kept")).toEqual([{ value: 7 }]);
    await again.stop();
  });

  it("takes another port when the preferred one is taken", async () => {
    const first = await start();
    expect(await freePort(first.port)).not.toBe(first.port);
    await first.stop();
    expect(await freePort(first.port)).toBe(first.port);
  });

  it("makes the cluster anew when an earlier run was cut off while making it", async () => {
    const first = await start();
    await first.stop();
    await rm(join(directory, "superuser-password"));
    const second = await start();
    expect(await query(second, "select 1 as one")).toEqual([{ one: 1 }]);
    await second.stop();
  });

  it("removes a running cluster with its data", async () => {
    const cluster = await start();
    await removeCluster(directory);
    await cluster.ended;
    await sleep(50);
    await expect(readdir(directory)).rejects.toThrow("ENOENT");
  });
});
