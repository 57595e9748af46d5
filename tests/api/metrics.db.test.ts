import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { prepareQueue } from "@tsunagari/api";
import { createKeyFile } from "@tsunagari/services/kernel";
import { createTestDatabase, launchEnv, type TestDatabase } from "@tsunagari/testing";
import { afterAll, beforeAll, expect, test } from "vitest";

const main = fileURLToPath(new URL("../../apps/api/src/main.ts", import.meta.url));

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase();
  await prepareQueue(database.migratorUrl);
  folder = await mkdtemp(join(tmpdir(), "tsunagari-metrics-"));
  await createKeyFile(join(folder, "keys.json"));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const start = async (more: Record<string, string>) => {
  const env = {
    ...launchEnv(),
    DATABASE_URL: database.loginUrl,
    KEY_FILE: join(folder, "keys.json"),
    PORT: "0",
    HOST: "127.0.0.1",
    ...more,
  };
  const child = spawn(process.execPath, [main], { env, stdio: ["ignore", "pipe", "inherit"] });
  let text = "";
  child.stdout.on("data", (chunk: Buffer) => (text += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  while (!text.includes("program.ready")) {
    if (child.exitCode !== null) throw new Error(`the program ended: ${text}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  const numberOf = (name: string) => Number(new RegExp(`"${name}":(\\d+)`, "u").exec(text)?.[1] ?? Number.NaN);
  const stop = async () => {
    child.kill("SIGTERM");
    return ended;
  };
  return { base: `http://127.0.0.1:${numberOf("port")}`, metricsPort: numberOf("metricsPort"), stop };
};

test("metrics are told on their own port, by kind of route, and never on the public one", async () => {
  const node = await start({ ROLES: "staff,worker", METRICS_PORT: "0" });
  try {
    const secret = "0199aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee";
    await fetch(`${node.base}/staff/cases/${secret}?q=himitsu`);
    await fetch(`${node.base}/${secret}`, { method: "PROPFIND" });
    expect((await fetch(`${node.base}/metrics`)).status).toBe(404);

    const answer = await fetch(`http://127.0.0.1:${node.metricsPort}/metrics`);
    expect(answer.headers.get("content-type")).toContain("text/plain");
    const text = await answer.text();
    expect(text).toMatch(
      /^tsunagari_http_request_seconds_count\{portal="staff",route="\/staff\/\*",status="404",method="GET"\} 1$/mu,
    );
    expect(text).toMatch(/^tsunagari_http_request_seconds_count\{.*method="other".*\} 1$/mu);
    expect(text).toMatch(/^tsunagari_database_up 1$/mu);
    expect(text).toMatch(/^tsunagari_clock_skew_seconds -?[\d.]+$/mu);
    expect(text).toMatch(/^tsunagari_database_transactions\{state="running"\} \d+$/mu);
    expect(text).toMatch(/^tsunagari_mail_waiting 0$/mu);
    expect(text).toMatch(/^tsunagari_audit_unsealed_seconds \d/mu);
    expect(text).toMatch(/^tsunagari_queue_jobs\{job="[a-z.-]+",state="\w+"\} \d+$/mu);
    expect(text).toMatch(/^tsunagari_metrics_failures_total 0$/mu);
    expect(text).not.toMatch(/himitsu|0199aaaa|PROPFIND/u);
    expect((await fetch(`http://127.0.0.1:${node.metricsPort}/healthz`)).status).toBe(404);
  } finally {
    expect(await node.stop()).toBe(0);
  }
});

test("without a port for them there are none", async () => {
  const node = await start({ ROLES: "public" });
  expect(node.metricsPort).toBeNaN();
  expect(await node.stop()).toBe(0);
});
