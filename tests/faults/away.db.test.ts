import { setTimeout as sleep } from "node:timers/promises";
import { prepareQueue } from "@tsunagari/api";
import { newId } from "@tsunagari/services/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { morning } from "../../packages/services/src/identity/test-city.ts";
import { openPeople, type People } from "./people.ts";
import { startProgram, until, type Program } from "./program.ts";
import { openLine } from "./proxy.ts";

const origin = "http://localhost:3000";
/** Nobody is left waiting longer than the pool's five seconds and what a slow machine adds. */
const patienceMs = 9000;

let people: People;
let line: Awaited<ReturnType<typeof openLine>>;
let program: Program;
beforeAll(async () => {
  people = await openPeople(6);
  await prepareQueue(people.database.migratorUrl);
  line = await openLine(people.database.loginUrl);
  const { keyFile } = people;
  const options = { databaseUrl: line.url, keyFile, roles: "staff,partner,public,worker", clock: morning };
  program = await startProgram({ ...options, origins: origin });
}, 60_000);
afterAll(async () => {
  await program.stop();
  await line.close();
  await people.close();
});

const ask = (path: string, cookie: string, input: unknown = {}) =>
  fetch(`${program.baseUrl}${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: origin, Cookie: cookie },
    body: JSON.stringify(input),
    signal: AbortSignal.timeout(patienceMs),
  });
const look = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${program.baseUrl}${path}`, { headers, signal: AbortSignal.timeout(patienceMs) });
const cookieOf = (index: number): string => people.users[index]?.cookie ?? "";
const isReady = async (): Promise<boolean> => (await look("/readyz")).status === 200;

const demandUnavailable = async (): Promise<void> => {
  const answers = await Promise.all([
    ...people.users.map(({ cookie }) => ask("/api/staff/identity.getMe", cookie)),
    look("/api/public/municipality.listCities?input=%7B%7D"),
    look("/kasugai", { Accept: "text/html", "Sec-Fetch-Mode": "navigate" }),
    look("/readyz"),
  ]);
  for (const answer of answers) {
    expect([answer.url, answer.status]).toEqual([answer.url, 503]);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await answer.text()).not.toMatch(/ECONN|CONNECT|postgres|\.ts:\d/u);
  }
  expect((await look("/healthz")).status).toBe(200);
  expect(program.isRunning()).toBe(true);
};

describe("while the database is away", () => {
  it("every answer is a quick 503 that says when to come back, and all is well again within seconds", async () => {
    expect(await isReady()).toBe(true);
    line.refuse();
    await demandUnavailable();
    // Long enough for the driver's pauses to grow, were they not bounded.
    for (let round = 0; round < 20; round += 1) await ask("/api/staff/identity.getMe", cookieOf(0));
    line.mend();
    const mended = Date.now();
    await until(isReady);
    expect(Date.now() - mended).toBeLessThan(5000);
    expect((await ask("/api/staff/identity.getMe", cookieOf(0))).status).toBe(200);
  }, 40_000);

  it("and its line merely silent, nobody waits without end", async () => {
    line.silence();
    await demandUnavailable();
    line.mend();
    await until(isReady);
    expect((await ask("/api/staff/identity.getMe", cookieOf(1))).status).toBe(200);
  }, 40_000);
});

const Me = z.object({ result: z.object({ data: z.object({ id: z.string() }) }) });
const Draft = z.object({
  result: z.object({ data: z.object({ content: z.object({ text: z.string() }) }).nullable() }),
});

type Answered = { readonly status: number; readonly isOwn: boolean };

/** One user reads and writes on and on; whatever comes back must be his own. */
const workAs = async (index: number, isOver: () => boolean): Promise<readonly Answered[]> => {
  const user = people.users[index];
  if (!user) throw new Error("no such user");
  const answers: Answered[] = [];
  const note = async (response: Response, isOwn: (body: unknown) => boolean): Promise<void> => {
    const body: unknown = await response.json();
    answers.push({ status: response.status, isOwn: response.status !== 200 || isOwn(body) });
  };
  const place = { form: "intake", subject: "" };
  while (!isOver()) {
    const content = { text: `${user.id} ${answers.length}` };
    const save = await ask("/api/staff/draft.save", user.cookie, { requestId: newId(), ...place, content });
    await note(save, () => true);
    await note(
      await ask("/api/staff/identity.getMe", user.cookie),
      (body) => Me.parse(body).result.data.id === user.id,
    );
    const draft = await ask("/api/staff/draft.get", user.cookie, place);
    await note(draft, (body) => Draft.parse(body).result.data?.content.text.startsWith(user.id) ?? true);
  }
  return answers;
};

describe("while connections are ended at random", () => {
  it.each([
    [
      "by the server",
      () => people.behind`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and usename = 'tsunagari_login' order by random() limit 2`,
    ],
    ["by the network", () => Promise.resolve(line.cut())],
  ] as const)(
    "%s, each request is answered with 200 or 503, with nothing of another user, and the program stays",
    async (_who, end) => {
      const started = Date.now();
      const isOver = (): boolean => Date.now() - started > 2500;
      const working = Promise.all(people.users.map((_user, index) => workAs(index, isOver)));
      while (!isOver()) {
        await end();
        await sleep(60);
      }
      const answers = (await working).flat();
      expect(
        [...new Set(answers.map(({ status }) => status))].filter((status) => status !== 200 && status !== 503),
      ).toEqual([]);
      expect(answers.filter(({ isOwn }) => !isOwn)).toEqual([]);
      expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
      expect(program.isRunning()).toBe(true);
      await until(isReady);
    },
    30_000,
  );
});
