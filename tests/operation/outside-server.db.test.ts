import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { removeCluster, startCluster, type Cluster } from "@tsunagari/db/embedded";
import { createKeyFile } from "@tsunagari/services/kernel";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchEnv } from "@tsunagari/testing";

/*
 * A server the program knows by its address only: its administrator runs the two files of infra/postgres and gives the
 * logins their passwords, a release prepares the database, the program serves.
 */
const repository = fileURLToPath(new URL("../..", import.meta.url));
const passwords = { tsunagari_login: "login-of-this-test-only", tsunagari_migrator: "migrator-of-this-test-only" };

let directory: string;
let server: Cluster;
let superuser: postgres.Sql;

const urlAs = (user: keyof typeof passwords): string =>
  `postgres://${user}:${passwords[user]}@127.0.0.1:${server.port}/tsunagari`;

const runFile = async (sql: postgres.Sql, name: string): Promise<void> => {
  const text = await readFile(join(repository, "infra/postgres", name), "utf8");
  // As psql does: one statement after the other, the database outside a transaction.
  for (const statement of text.replaceAll(/^--.*$/gmu, "").split(";\n\n")) await sql.unsafe(statement);
};

const program = (path: string, env: Record<string, string>) => {
  const child = spawn(process.execPath, [join(repository, path)], {
    env: { ...launchEnv(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { text: "" };
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (output.text += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { child, output, ended };
};

const release = async (url: string) => {
  const { ended, output } = program("apps/api/src/release.ts", { MIGRATION_DATABASE_URL: url });
  return { code: await ended, text: output.text };
};

const until = async (isTrue: () => boolean): Promise<void> => {
  const deadline = Date.now() + 20_000;
  while (!isTrue()) {
    if (Date.now() > deadline) throw new Error("nothing happened in 20 seconds");
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "tsunagari-outside-"));
  server = await startCluster({ directory: join(directory, "server"), durable: false, onProgress: () => undefined });
  const administrator = postgres(server.superuserUrl("postgres"), { max: 1, onnotice: () => undefined });
  await runFile(administrator, "roles.sql");
  await runFile(administrator, "roles.sql");
  await runFile(administrator, "database.sql");
  for (const [user, password] of Object.entries(passwords)) {
    await administrator.unsafe(`alter role ${user} password '${password}'`);
  }
  await administrator.end();
  superuser = postgres(server.superuserUrl("tsunagari"), { max: 1, onnotice: () => undefined });
  await createKeyFile(join(directory, "keys.json"));
});
afterAll(async () => {
  await superuser.end();
  await server.stop();
  await removeCluster(join(directory, "server"));
  await rm(directory, { recursive: true, force: true });
});

const serve = (more: Record<string, string>) =>
  program("apps/api/src/main.ts", {
    DATABASE_URL: urlAs("tsunagari_login"),
    KEY_FILE: join(directory, "keys.json"),
    PORT: "0",
    ...more,
  });

describe("an outside server", () => {
  test("is prepared by the login of a release, which is no superuser, and by no other", async () => {
    const refused = await release(urlAs("tsunagari_login"));
    expect(refused.code).toBe(1);
    expect(await release(urlAs("tsunagari_migrator"))).toMatchObject({ code: 0 });
    const [migrator] = await superuser`select rolsuper as super from pg_roles where rolname = 'tsunagari_migrator'`;
    expect(migrator).toEqual({ super: false });
    const [demo] = await superuser`select count(*)::int as marks from app.environment`;
    expect(demo).toEqual({ marks: 0 });
  });

  test("is served with all roles by the login, which neither owns nor passes anything", async () => {
    const { child, output, ended } = serve({ ROLES: "staff,partner,public,worker" });
    await until(() => output.text.includes("program.ready"));
    const port = Number(/"port":(?<port>\d+)/u.exec(output.text)?.groups?.["port"]);
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
    expect(output.text).not.toContain('"level":"error"');
  });

  test("is not served by a login that passes the fences, even where it is no superuser", async () => {
    await superuser`create role careless login bypassrls password 'careless-of-this-test'`;
    await superuser`grant connect on database tsunagari to careless`;
    const url = `postgres://careless:careless-of-this-test@127.0.0.1:${server.port}/tsunagari`;
    const { ended, output } = serve({ DATABASE_URL: url });
    expect(await ended).toBe(1);
    expect(output.text).toContain("must not be a superuser, bypass row security or own tables");
  });

  test("goes back to an older release: what the newer one put up is no longer said to be there", async () => {
    await superuser`insert into app.fence_history (hash) values ('of a newer release')`;
    await superuser`update app.fence_state set hash = 'of a newer release'`;
    expect(await release(urlAs("tsunagari_migrator"))).toMatchObject({ code: 0 });
    const history = await superuser<{ hash: string }[]>`select hash from app.fence_history`;
    const state = await superuser<{ hash: string }[]>`select hash from app.fence_state`;
    expect(history.map(({ hash }) => hash)).toEqual(state.map(({ hash }) => hash));
    expect(state[0]?.hash).toMatch(/^[0-9a-f]{64}$/u);
  });
});
