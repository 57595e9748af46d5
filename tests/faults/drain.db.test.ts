import { request, type IncomingMessage } from "node:http";
import { prepareQueue } from "@tsunagari/api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { morning } from "../../packages/services/src/identity/test-city.ts";
import { openPeople, type People } from "./people.ts";
import { startProgram, until, type Program } from "./program.ts";

const origin = "http://localhost:3000";

let people: People;
beforeAll(async () => {
  people = await openPeople(1);
  await prepareQueue(people.database.migratorUrl);
}, 60_000);
afterAll(() => people.close());

const start = (roles: string): Promise<Program> =>
  startProgram({
    databaseUrl: people.database.loginUrl,
    keyFile: people.keyFile,
    roles,
    clock: morning,
    origins: origin,
  });

/** One request upon a connection of its own: its status, or "refused" where nobody listens. Anything else is a loss. */
const getMe = (baseUrl: string): Promise<number | "refused"> =>
  new Promise((resolve, reject) => {
    const headers = { "Content-Type": "application/json", Origin: origin, Cookie: people.users[0]?.cookie ?? "" };
    const asking = request(`${baseUrl}/api/staff/identity.getMe`, { method: "POST", headers, agent: false });
    asking.once("response", (response: IncomingMessage) => {
      response.resume();
      response.once("end", () => resolve(response.statusCode ?? 0));
    });
    asking.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ECONNREFUSED") resolve("refused");
      else reject(error);
    });
    asking.end("{}");
  });

describe("SIGTERM", () => {
  it("with jobs under way ends the program in order within ten seconds", async () => {
    const program = await start("staff,worker");
    const stopped = Date.now();
    expect(await program.stop()).toBe(0);
    expect(Date.now() - stopped).toBeLessThan(10_000);
    expect(program.output.text).toContain("program.stopped");
    expect(program.output.text).not.toMatch(/job\.failed|program\.unhandled|queue\.error/u);
  }, 40_000);

  it("to one of two programs after the other loses none of the requests of a client that never stops asking", async () => {
    const serving: Program[] = [await start("staff"), await start("staff")];
    const answers: (number | "refused")[] = [];
    let isOver = false;
    // As a proxy does: who refuses the connection is passed over, and no request is sent twice.
    const ask = async (turn: number): Promise<void> => {
      for (const program of [...serving.slice(turn % 2), ...serving.slice(0, turn % 2)]) {
        const answer = await getMe(program.baseUrl);
        if (answer === "refused") continue;
        answers.push(answer);
        return;
      }
      answers.push("refused");
    };
    const client = async (first: number): Promise<void> => {
      for (let turn = first; !isOver; turn += 1) await ask(turn);
    };
    const asking = Promise.all([client(0), client(1), client(0)]);
    for (const index of [0, 1]) {
      const answered = answers.length;
      await until(() => answers.length >= answered + 20);
      expect(await serving[index]?.stop()).toBe(0);
      serving[index] = await start("staff");
    }
    isOver = true;
    await asking;
    expect(answers.filter((answer) => answer !== 200)).toEqual([]);
    expect(answers.length).toBeGreaterThan(60);
    for (const program of serving) await program.stop();
  }, 60_000);
});
