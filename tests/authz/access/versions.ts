/*
 * Threat 27: nobody's change is lost under another's, and a change that is refused changes no row. Every command that carries
 * a version is tried, with the one who may and the input of `rights.ts`; a new one is therefore tried without a line here.
 */
import type { Actor } from "@tsunagari/domain";
import { newId } from "@tsunagari/services/kernel";
import { procedures, type Procedure } from "../endpoints/procedures.ts";
import { sampleOf } from "../endpoints/sample.ts";
import { inputOf, rightActor, told } from "./answers.ts";
import type { DemoWorld } from "./demo-world.ts";
import { othersFor } from "./others.ts";
import { rights } from "./rights.ts";

const carriesVersion = (input: unknown): boolean => typeof input === "object" && input !== null && "version" in input;

export const versioned: readonly Procedure[] = procedures.filter(
  ({ kind, endpoint }) => kind === "mutation" && endpoint !== null && carriesVersion(sampleOf(endpoint.input)),
);

/**
 * All rows as they stand, to be compared with and put back. Apart from the log and the counters of attempts, where a refusal
 * leaves its line on purpose.
 */
export const keepRows = async ({ behind }: DemoWorld) => {
  const rows = await behind<{ name: string }[]>`
    select tablename as name from pg_tables
     where schemaname = 'public' and tablename not like 'audit%' and tablename <> 'rate_limit'`;
  const tables = rows.map(({ name }) => name);
  const copies = tables.map((name) => `create table kept.${name} as table public.${name}`);
  await behind.unsafe(`create schema kept; ${copies.join("; ")}`);
  const sums = tables.map(
    (name) =>
      `select '${name}' as name, count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as sum from public.${name} t`,
  );
  const sumsNow = async (): Promise<ReadonlyMap<string, string>> => {
    const found = await behind.unsafe<{ name: string; sum: string }[]>(sums.join(" union all "));
    return new Map(found.map(({ name, sum }) => [name, sum]));
  };
  const kept = await sumsNow();

  /** Tables whose rows differ from those that were kept. */
  const changed = async (): Promise<readonly string[]> => {
    const now = await sumsNow();
    return tables.filter((name) => now.get(name) !== kept.get(name));
  };
  const putBack = async (): Promise<void> => {
    const statements = (await changed()).map(
      (name) => `delete from public.${name}; insert into public.${name} table kept.${name}`,
    );
    // As the replica, which fires no trigger and checks no reference.
    await behind.unsafe(
      ["set session_replication_role = replica", ...statements, "set session_replication_role = origin"].join("; "),
    );
  };
  return { changed, putBack };
};
export type KeptRows = Awaited<ReturnType<typeof keepRows>>;

export type Attempts = {
  readonly invalid: string;
  /** Somebody of the same city or portal who may not. */
  readonly denied: string;
  readonly stale: string;
  /** Tables that the three refusals changed. */
  readonly changed: readonly string[];
  /** Of two at once: how many got through, and what the others were told. */
  readonly won: number;
  readonly lost: readonly string[];
};

/** What a command answers, on a world that keeps what is done; afterwards the rows stand as before. */
export const attemptsAt = async (world: DemoWorld, kept: KeptRows, procedure: Procedure): Promise<Attempts> => {
  const right = rights[`${procedure.root} ${procedure.path}`];
  if (right === undefined || "provenBy" in right) throw new Error("rights.ts has no input for it");
  const input = await inputOf(world, procedure, right);
  const actor = await rightActor(world, right);
  const other = (await othersFor(world, procedure, actor)).find(({ who }) => !who.startsWith("another city"));
  const lasting = { ...world, system: world.program };
  const attempt = async (as: Actor, fields: Readonly<Record<string, unknown>> = {}): Promise<string> => {
    const { kind, reason } = await told(lasting, procedure, {
      actor: as,
      input: { ...input, ...fields, requestId: newId<"request">() },
    });
    return kind === "done" ? kind : `${kind} ${reason}`;
  };
  const refused = {
    invalid: await attempt(actor, { version: 0.5 }),
    denied: other === undefined ? "nobody to deny it to" : await attempt(other.actor),
    stale: await attempt(actor, { version: Number(input["version"]) + 1 }),
  };
  const changed = await kept.changed();
  const race = await Promise.all([attempt(actor), attempt(actor)]);
  await kept.putBack();
  const lost = race.filter((answer) => answer !== "done");
  return { ...refused, changed, won: race.length - lost.length, lost };
};
