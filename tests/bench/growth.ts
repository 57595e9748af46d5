import postgres from "postgres";
import { ask, load } from "./client.ts";
import { median, quantile, type Rounds } from "./measure.ts";
import { startOurs, type Program } from "./programs.ts";
import type { Property } from "./report.ts";
import type { Question, Setting, Work } from "./work.ts";
import { w1 } from "./works/w1.ts";
import { w2b } from "./works/w2b.ts";
import { w4 } from "./works/w4.ts";
import { openWorld, type World } from "./world/world.ts";

/** What is compared with a world of this size: how an answer takes longer where there is more to look through. */
export const growthFrom = 100_000;

type Grown = { readonly work: Work; readonly share: number; readonly floor: number };
const grown: readonly Grown[] = [
  { work: w1, share: 0.5, floor: 5 },
  { work: w2b, share: 0.5, floor: 5 },
  { work: w4, share: 0.99, floor: 1.3 },
];
export const grownWorks: readonly Work[] = grown.map(({ work }) => work);

type Side = { readonly program: Program; readonly questions: readonly Question[] };

const connections = 16;

/** Each question once, one after the other: a large world is not in memory at first, and sixteen at once would be refused. */
const warmUp = async ({ program, questions }: Side): Promise<void> => {
  for (const [index, question] of questions.entries()) await ask(question.ours(index), program.port);
};

const latency = async ({ program, questions }: Side, share: number, seconds: number): Promise<number> => {
  let turn = 0;
  const next = () => {
    const question = questions[turn % questions.length];
    if (!question) throw new Error("a work without questions");
    turn += 1;
    return question.ours(turn);
  };
  const { latencies, failed } = await load(program.port, next, { connections, seconds });
  if (failed > 0) throw new Error(`${String(failed)} requests were refused`);
  return quantile(
    latencies.toSorted((a, b) => a - b),
    share,
  );
};

/** Both sizes in turns, as the program and the raw one are elsewhere: the median of the rounds' ratios. */
const measureWork = async ({ share }: Grown, sides: { large: Side; small: Side }, { rounds, seconds }: Rounds) => {
  await warmUp(sides.small);
  await warmUp(sides.large);
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const small = await latency(sides.small, share, seconds);
    const large = await latency(sides.large, share, seconds);
    ratios.push(large / small);
  }
  return median(ratios);
};

const compare = async (large: Setting & { readonly program: Program }, small: World, run: Rounds) => {
  const sql = postgres(small.superuserUrl, { max: 2, onnotice: () => undefined });
  const program = await startOurs(small, "/api/public/municipality.listCities?input=%7B%7D");
  try {
    const properties: Property[] = [];
    for (const one of grown) {
      const { work, share, floor } = one;
      const sides = {
        large: { program: large.program, questions: await work.questions(large) },
        small: { program, questions: await work.questions({ sql, world: small, origin: program.origin }) },
      };
      const ratio = await measureWork(one, sides, run);
      properties.push({
        name: `${work.id}, p${String(share * 100)} against ${growthFrom.toLocaleString("en")} activities`,
        measured: `${ratio.toFixed(2)} ×`,
        floor: `≤ ${String(floor)} ×`,
        isMet: ratio <= floor,
      });
    }
    return properties;
  } finally {
    await program.stop();
    await sql.end();
  }
};

/** How the program's own answers grow from the smaller world to this one; nothing where this one is no larger. */
export const measureGrowth = async (
  large: Setting & { readonly program: Program },
  run: Rounds,
): Promise<readonly Property[]> => {
  if (large.world.size <= growthFrom) return [];
  const small = await openWorld(growthFrom);
  try {
    return await compare(large, small, run);
  } finally {
    await small.stop();
  }
};
