import { isDeepStrictEqual } from "node:util";
import { ask, load, type Load } from "./client.ts";
import type { Program } from "./programs.ts";
import type { Question, Setting, Work } from "./work.ts";

export type Rounds = { readonly rounds: number; readonly seconds: number };
export type Side = { readonly perSecond: number; readonly p50: number; readonly p99: number };
export type Measured = {
  readonly work: Work;
  readonly ours: Side;
  readonly raw: Side;
  /** Median of the ratios of the rounds: what disturbs the machine disturbs both sides of a round. */
  readonly ratio: number;
  readonly questions: number;
};

const connections = 16;
/** Until the engine has compiled what is hot: so many requests, however long others keep the machine busy, within reason. */
const warmUp = { seconds: 3, requests: 3000, times: 8 } as const;

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

const sideOf = (loads: readonly Load[]): Side => {
  const latencies = loads.flatMap((one) => one.latencies).toSorted((a, b) => a - b);
  return {
    perSecond: median(loads.map((one) => one.perSecond)),
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
  };
};

const compareAnswers = async (
  { work, questions, setting }: { work: Work; questions: readonly Question[]; setting: Setting },
  { ours, raw }: { ours: Program; raw: Program },
): Promise<void> => {
  for (const [index, question] of questions.entries()) {
    const [mine, theirs] = await Promise.all([
      ask(question.ours(index), ours.port),
      ask(question.raw(index), raw.port),
    ]);
    if (mine.status !== 200 || theirs.status !== 200) {
      throw new Error(
        `${work.id}, question ${String(index)}: ${String(mine.status)} ${mine.body.slice(0, 300)} | ${String(theirs.status)} ${theirs.body.slice(0, 300)}`,
      );
    }
    const answers = [
      work.answerOfOurs(JSON.parse(mine.body), setting),
      work.answerOfRaw(JSON.parse(theirs.body), setting),
    ];
    if (!isDeepStrictEqual(answers[0], answers[1])) {
      throw new Error(
        `${work.id}, question ${String(index)}: the answers differ.\nours ${JSON.stringify(answers[0]).slice(0, 2000)}\nraw  ${JSON.stringify(answers[1]).slice(0, 2000)}`,
      );
    }
  }
};

/** Asks both programs the same questions, compares the answers, then times them in turns. */
export const measure = async (
  work: Work,
  setting: Setting,
  run: Rounds & { readonly ours: Program; readonly raw: Program },
): Promise<Measured> => {
  const questions = await work.questions(setting);
  await compareAnswers({ work, questions, setting }, run);
  let turn = 0;
  const next = (side: "ours" | "raw") => () => {
    const question = questions[turn % questions.length];
    if (!question) throw new Error(`${work.id} has no questions`);
    turn += 1;
    return question[side](turn);
  };
  const time = async (side: "ours" | "raw", seconds: number): Promise<Load> => {
    turn = 0;
    const timed = await load(run[side].port, next(side), { connections, seconds });
    if (timed.failed > 0) throw new Error(`${work.id}: ${side} refused ${String(timed.failed)} requests`);
    return timed;
  };
  for (const side of ["ours", "raw"] as const) {
    for (let asked = 0, times = 0; asked < warmUp.requests && times < warmUp.times; times += 1) {
      asked += (await time(side, warmUp.seconds)).latencies.length;
    }
  }
  const loads = { ours: [] as Load[], raw: [] as Load[] };
  for (let round = 1; round <= run.rounds; round += 1) {
    const order = round % 2 === 0 ? (["ours", "raw"] as const) : (["raw", "ours"] as const);
    for (const side of order) loads[side].push(await time(side, run.seconds));
  }
  const ratios = loads.ours.map((one, index) => one.perSecond / (loads.raw[index]?.perSecond ?? Number.NaN));
  return { work, ours: sideOf(loads.ours), raw: sideOf(loads.raw), ratio: median(ratios), questions: questions.length };
};
