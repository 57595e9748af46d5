import { readFile } from "node:fs/promises";
import {
  createSigningKeyFile,
  readCheckpointCopy,
  readPublicKeys,
  readSigningKeys,
  rotateSigningKey,
  takeCheckpoint,
  verifyCity,
  writePublicKeys,
  type ChainProblem,
} from "@tsunagari/services/audit";
import type { Context, System } from "@tsunagari/services/kernel";
import { listCities } from "@tsunagari/services/municipality";
import type { Env } from "./env.ts";
import { sealCity } from "./jobs/sealer.ts";

const sentences: Readonly<Record<ChainProblem["problem"], string>> = {
  link_missing: "a link is not there: an entry was deleted",
  link_repeated: "a number stands twice: an entry was inserted",
  entry_missing: "the link stands, its entry was deleted",
  link_broken: "entry and link do not fit: the entry or its subjects were edited, added, removed or swapped",
  entry_unsealed: "so many entries stand before the last link without one: they were inserted",
  chain_cut: "the chain ends before what was signed: its end was cut off",
  chain_rewritten: "the chain is not the one that was signed: it was recomputed",
  checkpoint_missing: "a checkpoint is not there",
  checkpoint_broken: "the checkpoint was edited",
  checkpoint_unknown_key: "the checkpoint was signed with a key that is not ours",
  checkpoint_differs_from_copy: "the database does not hold the checkpoint as it was copied",
  copy_broken: "the copy of the checkpoints does not hold together",
};

export type AuditOptions = Readonly<
  Partial<Record<"city" | "checkpoints" | "public-key", string>> & { rotate?: boolean }
>;
type Task = (system: System, options: AuditOptions, env: Env) => Promise<void>;

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** Reads a file that is named on the command line: one that is not there is a slip, not an empty file. */
const readNamed = async (path: string): Promise<string> => {
  try {
    return await readFile(path, "utf8");
  } catch {
    throw new Error(`The file ${path} cannot be read.`);
  }
};

type City = { readonly slug: string; readonly context: Context };

/** The named city, or all. Throws where there is none of that name. */
const citiesOf = async (system: System, { city }: AuditOptions): Promise<readonly City[]> => {
  const cities = await listCities.execute({ ...system, actor: { kind: "public", municipalityId: null } }, {});
  const asked = cities.filter(({ slug }) => city === undefined || slug === city);
  if (asked.length === 0) throw new Error("There is no such city.");
  return asked.map(({ id, slug }) => ({
    slug,
    context: { ...system, actor: { kind: "worker", municipalityId: id, job: "admin.audit" } },
  }));
};

const tell = (slug: string, problems: readonly ChainProblem[]): void => {
  for (const { problem, no } of problems) say(`${slug}\tBROKEN at ${no}: ${sentences[problem]} (${problem}).`);
  if (problems.length > 0) process.exitCode = 1;
};

const verifyAudit: Task = async (system, options, env) => {
  const pem = options["public-key"];
  const keys =
    pem === undefined ? (await readSigningKeys(env.auditKeyFile)).publicKeys : readPublicKeys(await readNamed(pem));
  const copyPath = options.checkpoints ?? env.auditCheckpointFile;
  if (options.checkpoints !== undefined) await readNamed(copyPath);
  for (const { slug, context } of await citiesOf(system, options)) {
    const copied = await readCheckpointCopy(copyPath, context.actor.municipalityId ?? "");
    const { sealed, checkpoints, problems } = await verifyCity(context, { keys, copied });
    if (problems.length === 0) {
      say(`${slug}\tOK: ${sealed} sealed entries, ${checkpoints} checkpoints, ${copied.length} of them in the copy.`);
      if (copied.length === 0) say(`${slug}\tNo copy was compared: a cut end would not show.`);
    }
    tell(slug, problems);
  }
};

const checkpointAudit: Task = async (system, options, env) => {
  const vault = { keys: await readSigningKeys(env.auditKeyFile), copyPath: env.auditCheckpointFile };
  for (const { slug, context } of await citiesOf(system, options)) {
    await sealCity(context);
    const { taken, problems } = await takeCheckpoint(context, vault);
    if (problems.length === 0)
      say(`${slug}\t${taken ? "signed and copied" : "nothing new since the last checkpoint"}.`);
    tell(slug, problems);
  }
};

const auditKeys: Task = async (_, options, env) => {
  await createSigningKeyFile(env.auditKeyFile);
  if (options.rotate === true) await rotateSigningKey(env.auditKeyFile);
  say(writePublicKeys((await readSigningKeys(env.auditKeyFile)).publicKeys).trimEnd());
};

/** What `npm run admin` does about the audit chain. */
export const auditTasks: Readonly<Record<string, Task>> = {
  "verify-audit": verifyAudit,
  "checkpoint-audit": checkpointAudit,
  "audit-keys": auditKeys,
};

export const auditUsage = `npm run admin -- verify-audit [--city kasugai] [--checkpoints copy.jsonl] [--public-key keys.pem]
npm run admin -- checkpoint-audit [--city kasugai]
npm run admin -- audit-keys [--rotate]`;

export const auditExplained = `verify-audit      checks the whole chain; says OK, or the first number that does not fit (exit code 1)
checkpoint-audit  signs where the chain stands now and copies it to the file outside the database
audit-keys        prints the public keys; with --rotate begins a new one (restart the worker then)`;
