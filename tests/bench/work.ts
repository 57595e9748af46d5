import type postgres from "postgres";
import type { World } from "./world/world.ts";

/** One HTTP request. */
export type Call = {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

export type Setting = { readonly sql: postgres.Sql; readonly world: World; readonly origin: string };

/** A question as both programs are asked it; `turn` counts the requests of a run, for what may be asked only once. */
export type Question = { readonly ours: (turn: number) => Call; readonly raw: (turn: number) => Call };

/** One work of the measurement; `docs/performance.md` says what each is for. */
export type Work = {
  readonly id: string;
  readonly title: string;
  /** Share of the raw program's throughput that must be reached, and that is hoped for. */
  readonly floor: number;
  readonly aim: number;
  readonly questions: (setting: Setting) => Promise<readonly Question[]>;
  /** What both programs answer, brought to one form; compared before anything is timed. */
  readonly answerOfOurs: (answer: unknown, setting: Setting) => unknown;
  readonly answerOfRaw: (answer: unknown, setting: Setting) => unknown;
};

/** How many different questions a work has; they are asked in order, again and again. */
export const questionCount = 192;

/** The data of a tRPC answer. */
export const dataOf = (answer: unknown): unknown => {
  const { result } = answer as { result: { data: unknown } };
  return result.data;
};

/** A query of the public root as the program's clients send it. */
export const publicCall = (procedure: string, input: object): Call => ({
  method: "GET",
  path: `/api/public/${procedure}?city=bench&input=${encodeURIComponent(JSON.stringify(input))}`,
});

/** A procedure of the partner's root, signed in. */
export const partnerCall = (
  procedure: string,
  sent: { readonly token: string; readonly origin: string; readonly input: object },
): Call => ({
  method: "POST",
  path: `/api/partner/${procedure}`,
  headers: { "content-type": "application/json", origin: sent.origin, cookie: `partner=${sent.token}` },
  body: JSON.stringify(sent.input),
});

export const rawCall = (id: string, query: Readonly<Record<string, string>>): Call => ({
  method: "GET",
  path: `/${id}?${new URLSearchParams(query).toString()}`,
});
