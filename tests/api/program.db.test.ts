import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createKeyFile } from "@tsunagari/services/kernel";
import { createTestDatabase, launchEnv, type TestDatabase } from "@tsunagari/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const main = fileURLToPath(new URL("../../apps/api/src/main.ts", import.meta.url));

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), "tsunagari-program-"));
  await createKeyFile(join(folder, "keys.json"));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const start = (databaseUrl: string, more: Record<string, string> = {}) => {
  const env = {
    ...launchEnv(),
    DATABASE_URL: databaseUrl,
    KEY_FILE: join(folder, "keys.json"),
    PORT: "0",
    ROLES: "staff,partner",
    ...more,
  };
  const child = spawn(process.execPath, [main], { env, stdio: ["ignore", "pipe", "pipe"] });
  const output = { text: "" };
  const keep = (chunk: Buffer) => {
    output.text += chunk.toString();
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  return { child, output, ended };
};

const until = async (condition: () => boolean): Promise<void> => {
  const deadline = Date.now() + 20_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error("nothing happened in 20 seconds");
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};

const portOf = (text: string): number => Number(/"port":(?<port>\d+)/u.exec(text)?.groups?.["port"] ?? 0);

describe("the program", () => {
  test("answers on IPv4 of the machine itself, and stops on SIGTERM only after what is under way is finished", async () => {
    const { child, output, ended } = start(database.loginUrl);
    await until(() => output.text.includes("program.ready"));
    const port = portOf(output.text);
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);

    const headers = {
      "Content-Type": "application/json",
      "Content-Length": "2",
      "Sec-Fetch-Site": "same-origin",
    };
    const slow = request({ host: "127.0.0.1", port, path: "/api/staff/identity.getMe", method: "POST", headers });
    const answered = new Promise<number>((resolve, reject) => {
      slow.once("response", (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      slow.once("error", reject);
    });
    slow.write("{");
    await new Promise((resolve) => setTimeout(resolve, 200));
    child.kill("SIGTERM");
    await until(() => output.text.includes("program.stopping"));
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow("fetch failed");
    slow.end("}");
    expect(await answered).toBe(401);
    expect(await ended).toBe(0);
  });

  test("refuses to start as a superuser, in one sentence", async () => {
    const { output, ended } = start(database.superuserUrl);
    expect(await ended).toBe(1);
    expect(output.text).toContain("must not be a superuser");
    expect(output.text).not.toContain(new URL(database.superuserUrl).password);
  });

  test("refuses to start as the owner of the tables", async () => {
    const { output, ended } = start(database.migratorUrl);
    expect(await ended).toBe(1);
    expect(output.text).toContain("use tsunagari_login");
  });

  test("names the port that is taken", async () => {
    const first = start(database.loginUrl);
    await until(() => first.output.text.includes("program.ready"));
    const port = String(portOf(first.output.text));
    const second = start(database.loginUrl, { PORT: port });
    expect(await second.ended).toBe(1);
    expect(second.output.text).toContain(port);
    first.child.kill("SIGTERM");
    expect(await first.ended).toBe(0);
  });

  test("names the setting that is missing, and no value of any", async () => {
    const { output, ended } = start("", { KEY_FILE: "/tmp/secret-place" });
    expect(await ended).toBe(1);
    expect(output.text).toContain("DATABASE_URL");
    expect(output.text).not.toContain("secret-place");
  });
});
