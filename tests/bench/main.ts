/*
 * `npm run bench [-- --size 100000] [--work W1,W4] [--rounds 5] [--seconds 3]`: the program against a raw one on the same
 * generated world, in turns. Prints the table, writes it into docs/performance.md where all works ran, and never fails.
 * `--first-view`: what a browser fetches of the pages one meets first.
 */
import postgres from "postgres";
import { measureAudit } from "./audit.ts";
import { fenceShare } from "./fences.ts";
import { measureFirstViews } from "./first-view.ts";
import { measureGrowth } from "./growth.ts";
import { measure, type Measured } from "./measure.ts";
import { readOptions, type Options } from "./options.ts";
import { startOurs, startRaw, type Program } from "./programs.ts";
import { tablesOf, writePage, type Property } from "./report.ts";
import type { Setting } from "./work.ts";
import { brokenInvariants } from "./world/invariants.ts";
import { openWorld, type World } from "./world/world.ts";

type Shares = { readonly name: string; readonly ours: number; readonly raw: number; readonly floor: number };

const shareOf = ({ name, ours, raw, floor }: Shares): Property => ({
  name,
  measured: `${(ours / raw).toFixed(2)} ×`,
  floor: `≤ ${String(floor)} ×`,
  isMet: ours / raw <= floor,
});

const runWorks = async (options: Options, setting: Setting, programs: { ours: Program; raw: Program }) => {
  const done: Measured[] = [];
  for (const work of options.works) {
    try {
      const measured = await measure(work, setting, { ...programs, rounds: options.rounds, seconds: options.seconds });
      console.info(`${work.id}  ${measured.ratio.toFixed(2)} of raw, floor ${String(work.floor)}`);
      done.push(measured);
    } catch (error) {
      console.info(`${work.id}  could not be measured: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return done;
};

const runIn = async (world: World, options: Options): Promise<void> => {
  const sql = postgres(world.superuserUrl, { max: 2, onnotice: () => undefined });
  const ours = await startOurs(world, "/api/public/municipality.listCities?input=%7B%7D");
  const raw = await startRaw(world, "/ready");
  try {
    const setting = { sql, world, origin: ours.origin };
    const measured = await runWorks(options, setting, { ours, raw });
    const [oursMemory, rawMemory] = [await ours.memory(), await raw.memory()];
    const [oursStart, rawStart] = [ours.firstAnswerMs, raw.firstAnswerMs];
    const properties = [
      shareOf({ name: "Fences inside PostgreSQL, the inbox", ours: await fenceShare(world), raw: 1, floor: 1.15 }),
      shareOf({ name: "Memory under load (RSS)", ours: oursMemory, raw: rawMemory, floor: 1.6 }),
      shareOf({ name: "Start to the first answer from the database", ours: oursStart, raw: rawStart, floor: 4 }),
      ...(await measureGrowth({ ...setting, program: ours }, options)),
      ...(options.isWhole ? [await measureAudit(world)] : []),
    ];
    const report = { size: world.size, works: measured, properties };
    console.info(`\n${tablesOf(report)}`);
    if (options.isWhole && measured.length === options.works.length) await writePage(report);
    for (const broken of await brokenInvariants(sql)) console.info(`An invariant is broken after the works: ${broken}`);
  } finally {
    await ours.stop();
    await raw.stop();
    await sql.end();
  }
};

const runOn = async (options: Options): Promise<void> => {
  const world = await openWorld(options.size);
  try {
    await runIn(world, options);
  } finally {
    await world.stop();
  }
};

try {
  const options = readOptions(process.argv.slice(2));
  if (options.isFirstView) await measureFirstViews();
  else await runOn(options);
} catch (error) {
  // A measurement is no check: it says what went wrong and leaves the build alone.
  console.error(error instanceof Error ? error.message : error);
}
