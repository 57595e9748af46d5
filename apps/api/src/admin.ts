import { parseArgs } from "node:util";
import { createDatabase } from "@tsunagari/db";
import { databaseCode, readKeyFile, type System } from "@tsunagari/services/kernel";
import {
  appointAdministrator,
  deactivateStaff,
  issueStaffPassword,
  listAdministrators,
  resetStaffSecondFactors,
} from "@tsunagari/services/identity";
import { auditExplained, auditTasks, auditUsage, type AuditOptions } from "./admin-audit.ts";
import { foundCity, foundExplained, foundUsage, type FoundOptions } from "./admin-found.ts";
import { readEnv, type Env } from "./env.ts";

const usage = `npm run admin -- create --city kasugai --mail hanako@example.jp --name "山田 花子"
npm run admin -- list --city kasugai
npm run admin -- password --city kasugai --mail hanako@example.jp
npm run admin -- deactivate --city kasugai --mail hanako@example.jp
npm run admin -- reset-factors --city kasugai --mail hanako@example.jp
${foundUsage}
${auditUsage}

create            registers an administrator of the city and prints a one-time password
list              shows the administrators of the city
password          prints a new one-time password for a staff account; its sessions end
deactivate        stops a staff account; its sessions end
reset-factors     takes app, passkeys and recovery codes off a staff account that has lost them
${foundExplained}
${auditExplained}`;

/** What is wrong with the command line; told together with the usage. */
class UsageError extends Error {}

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

type Options = Readonly<Partial<Record<"city" | "mail" | "name", string>>> & AuditOptions & FoundOptions;

const demand = (options: Options, name: "city" | "mail" | "name"): string => {
  const value = options[name];
  if (value === undefined || value === "") throw new UsageError(`--${name} is missing.`);
  return value;
};

const handOver = (password: string): void => say(`One-time password, shown only now and valid for 7 days: ${password}`);

type Task = (system: System, options: Options, env: Env) => Promise<void>;

const tasks: Readonly<Record<string, Task>> = {
  ...auditTasks,
  found: foundCity,
  create: async (system, options) => {
    const person = { city: demand(options, "city"), mail: demand(options, "mail"), name: demand(options, "name") };
    const { oneTimePassword } = await appointAdministrator(system, person);
    say(`${person.mail} administers ${person.city}.`);
    handOver(oneTimePassword);
  },
  list: async (system, options) => {
    const administrators = await listAdministrators(system, demand(options, "city"));
    if (administrators.length === 0) say("No administrator yet.");
    for (const { name, mail, status } of administrators) say(`${mail}\t${name}\t${status}`);
  },
  password: async (system, options) => {
    const account = { city: demand(options, "city"), mail: demand(options, "mail") };
    handOver(await issueStaffPassword(system, account));
  },
  deactivate: async (system, options) => {
    const account = { city: demand(options, "city"), mail: demand(options, "mail") };
    await deactivateStaff(system, account);
    say(`${account.mail} can no longer sign in; every session has ended.`);
  },
  "reset-factors": async (system, options) => {
    const account = { city: demand(options, "city"), mail: demand(options, "mail") };
    await resetStaffSecondFactors(system, account);
    say(`${account.mail} signs in with the password alone; every session has ended.`);
  },
};

const parseLine = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        city: { type: "string" },
        mail: { type: "string" },
        name: { type: "string" },
        checkpoints: { type: "string" },
        "public-key": { type: "string" },
        rotate: { type: "boolean" },
        file: { type: "string" },
        check: { type: "boolean" },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : "The options could not be read.");
  }
};

const run = async (args: readonly string[]): Promise<void> => {
  const { positionals, values } = parseLine(args);
  const task = Object.hasOwn(tasks, positionals[0] ?? "") ? tasks[positionals[0] ?? ""] : undefined;
  if (!task || positionals.length > 1) {
    throw new UsageError(`Say what to do: ${Object.keys(tasks).join(", ")}.`);
  }
  const env = readEnv();
  const db = createDatabase(env.databaseUrl, { poolSize: 2 });
  try {
    await db.assertSafeLogin();
    const keys = await readKeyFile(env.keyFile);
    const clock = env.clock === null ? {} : { clock: env.clock };
    await task({ db, keys, log: () => undefined, ...clock }, values, env);
  } finally {
    await db.close();
  }
};

const sentences: Readonly<Record<string, string>> = {
  "kernel.not_found": "There is no such city or account.",
  "kernel.invalid_input": "The mail address or the name cannot be used.",
  "kernel.unavailable": "The database does not answer: is the program running (npm start)?",
  "identity.mail_taken": "This mail address is registered already; use `password` for a new one-time password.",
  "identity.is_deactivated": "This account is stopped.",
  "municipality.code_taken": "この全国地方公共団体コードの市は、別のアドレスですでに登録されています。",
  "identity.no_second_factor": "This account has no second factor.",
};

const reasonOf = (error: unknown): string => {
  if (error instanceof Error && "reason" in error && typeof error.reason === "string") return error.reason;
  return /^(ECONN|08|57P)/u.test(databaseCode(error) ?? "") ? "kernel.unavailable" : "";
};

try {
  await run(process.argv.slice(2));
} catch (error) {
  const told = sentences[reasonOf(error)] ?? (error instanceof Error ? error.message : "It did not work.");
  process.stderr.write(`${told}\n${error instanceof UsageError ? `\n${usage}\n` : ""}`);
  process.exitCode = 1;
}
