/* Threat 32 against the program as it is deployed: no client, however slow or greedy, keeps the others waiting. */
import { request } from "node:http";
import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { morning } from "../../packages/services/src/identity/test-city.ts";
import { openPeople, type People } from "./people.ts";
import { startProgram, until, type Program } from "./program.ts";

const origin = "http://localhost:3000";

let people: People;
let program: Program;
beforeAll(async () => {
  people = await openPeople(1);
  const { database, keyFile } = people;
  const options = { databaseUrl: database.loginUrl, keyFile, roles: "staff,partner,public", clock: morning };
  program = await startProgram({ ...options, origins: origin });
}, 60_000);
afterAll(async () => {
  await program.stop();
  await people.close();
});

type Sent = { readonly method?: "GET"; readonly path: string; readonly body?: string };
type Given = { readonly status: number; readonly text: string };

/** Upon a connection of its own: who asked for too much is cut off. */
const send = ({ method, path, body }: Sent): Promise<Given> =>
  new Promise((resolve, reject) => {
    const headers = { "Content-Type": "application/json", Origin: origin, Cookie: people.users[0]?.cookie ?? "" };
    const options = { method: method ?? "POST", headers, agent: false };
    const asking = request(`${program.baseUrl}${path}`, options, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => {
        text += chunk.toString();
      });
      response.on("close", () => resolve({ status: response.statusCode ?? 0, text }));
    });
    asking.on("error", reject);
    asking.end(body);
  });
const getMe = { path: "/api/staff/identity.getMe", body: "{}" };
const publicly = (procedure: string, input: unknown): Sent => {
  const query = new URLSearchParams({ city: "kasugai", input: JSON.stringify(input) });
  return { method: "GET", path: `/api/public/${procedure}?${query.toString()}` };
};

describe("a request that asks for too much", () => {
  test.each([
    ["a body above a megabyte", { ...getMe, body: JSON.stringify("x".repeat(1_100_000)) }, 413],
    ["JSON 100,000 deep", { path: "/api/staff/draft.save", body: `${"[".repeat(1e5)}${"]".repeat(1e5)}` }, 400],
    ["3,000 calls in one", { ...getMe, path: `/api/staff/${"getMe,".repeat(2999)}getMe?batch=1` }, 431],
    [
      "eleven calls in one",
      { ...getMe, path: `/api/staff/${"identity.getMe,".repeat(10)}identity.getMe?batch=1` },
      400,
    ],
    ["1,500 characters to search for", publicly("activity.search", { keyword: "あ".repeat(1500) }), 400],
    ["a page of 100,000", publicly("activity.search", { page: 100_000 }), 400],
    ["a page of 1,000 users", { path: "/api/staff/identity.listUsers", body: JSON.stringify({ pageSize: 1000 }) }, 400],
  ] as const)("%s is refused, and tells nothing of the inside", async (_what, asked, status) => {
    const answer = await send(asked);
    expect(answer.status).toBe(status);
    expect(answer.text).not.toMatch(/\.ts:\d|node_modules|RangeError|postgres/u);
  });
});

const isHealthy = async (): Promise<boolean> => {
  const response = await fetch(`${program.baseUrl}/healthz`, { signal: AbortSignal.timeout(5000) });
  return response.status === 200;
};

describe("slow clients", () => {
  test("that never finish their headers are cut off, and meanwhile everybody else is answered", async () => {
    const port = Number(new URL(program.baseUrl).port);
    const open = new Set<Socket>();
    for (let count = 0; count < 200; count += 1) {
      const socket = connect(port, "127.0.0.1");
      open.add(socket);
      socket.resume();
      socket.on("error", () => open.delete(socket));
      socket.on("close", () => open.delete(socket));
      socket.write("POST /api/staff/identity.getMe HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
    }
    expect(await isHealthy()).toBe(true);
    expect((await send(getMe)).status).toBe(200);
    await until(() => open.size === 0);
  }, 40_000);

  test("that do not read what they asked for do not keep the others waiting", async () => {
    const port = Number(new URL(program.baseUrl).port);
    const readers = Array.from({ length: 100 }, () => {
      const socket = connect(port, "127.0.0.1");
      socket.on("error", () => undefined);
      socket.pause();
      for (let count = 0; count < 50; count += 1)
        socket.write("GET /assets/error-page.css HTTP/1.1\r\nHost: localhost\r\n\r\n");
      return socket;
    });
    for (let count = 0; count < 10; count += 1) expect(await isHealthy()).toBe(true);
    expect((await send(getMe)).status).toBe(200);
    for (const socket of readers) socket.destroy();
  }, 40_000);
});
