import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { mailSettingsOf, mailVariables, type MailSettings } from "./mail/mail-settings.ts";

/** What one process does; any subset. */
export const roles = ["staff", "partner", "public", "worker"] as const;
export type Role = (typeof roles)[number];

const list = (text: string): string[] =>
  text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");

const Roles = z
  .string()
  .default(roles.join(","))
  .transform(list)
  .pipe(z.array(z.enum(roles)).min(1))
  .transform((given) => roles.filter((role) => given.includes(role)));

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;

const Origins = z
  .string()
  .optional()
  .transform((text) => list(text ?? ""))
  .refine((origins) => origins.every((origin) => /^https?:/u.test(origin) && isOrigin(origin)), {
    error: "must be origins such as https://tsunagari.example.jp, separated by commas, without a path",
    abort: true,
  })
  .refine((origins) => new Set(origins.map((origin) => new URL(origin).protocol)).size <= 1, {
    error: "must be all https or all http: the session cookie is one or the other",
  });

const Environment = z.object({
  DATABASE_URL: z.string().min(1),
  KEY_FILE: z.string().min(1),
  /** The keys that sign the audit chain, and the copy of what they signed; by default beside the key file. */
  AUDIT_KEY_FILE: z.string().min(1).optional(),
  AUDIT_CHECKPOINT_FILE: z.string().min(1).optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  ROLES: Roles,
  /** One address to listen on; by default 127.0.0.1 and, where the machine has it, ::1. */
  HOST: z.string().min(1).optional(),
  PUBLIC_ORIGINS: Origins,
  /** A set clock for demo and tests, ISO 8601; a database not marked so ignores it (D-34). */
  CLOCK: z.iso.datetime({ offset: true }).optional(),
  /** How many proxies of our own stand in front; only their X-Forwarded-For entries are believed (ASVS 4.1.3). */
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  /** How often one address may ask the public faces in a minute (threat 32); 0 for no limit. */
  PUBLIC_RATE_LIMIT: z.coerce.number().int().min(0).max(100_000).default(120),
  /** Metrics for Prometheus on a port of their own, never on the public one; none where it is not set. */
  METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  METRICS_HOST: z.string().min(1).default("127.0.0.1"),
  /** While this file is there every face says that the program is being maintained. */
  MAINTENANCE_FILE: z.string().min(1).optional(),
  /** The city `/` leads to on this host; the chooser where there is none (D-28). */
  DEFAULT_CITY: z
    .string()
    .regex(/^[a-z][a-z0-9]{1,39}$/u)
    .optional(),
  ...mailVariables,
});

export type Env = {
  readonly databaseUrl: string;
  readonly keyFile: string;
  readonly auditKeyFile: string;
  readonly auditCheckpointFile: string;
  readonly port: number;
  readonly hosts: readonly string[];
  readonly roles: readonly Role[];
  readonly origins: readonly string[];
  readonly clock: string | null;
  readonly trustedProxies: number;
  readonly publicPerMinute: number;
  readonly defaultCity: string | null;
  readonly metrics: { readonly port: number; readonly hosts: readonly string[] } | null;
  readonly maintenanceFile: string | null;
  readonly mail: MailSettings | null;
};

const loopback = (port: number): string[] =>
  ["localhost", "127.0.0.1", "[::1]"].map((host) => new URL(`http://${host}:${port}`).origin);

type Source = Readonly<Record<string, string | undefined>>;

/** What is given, an address of the database also as a file that holds it: passwords belong into no environment. */
const readGiven = (source: Source): Record<string, string> => {
  const given = Object.fromEntries(
    Object.entries(source).flatMap(([name, value]) => (value === undefined || value === "" ? [] : [[name, value]])),
  );
  for (const name of ["DATABASE_URL", "MIGRATION_DATABASE_URL"]) {
    const file = given[`${name}_FILE`];
    if (given[name] !== undefined || file === undefined) continue;
    try {
      given[name] = readFileSync(file, "utf8").trim();
    } catch {
      throw new Error(`The environment is not complete.\n${name}_FILE: the file cannot be read`);
    }
  }
  return given;
};

/** Reads the settings of the process. Throws with the name of the variable that is wrong, never with its value. */
export const readEnv = (source: Source = process.env): Env => {
  const parsed = Environment.safeParse(readGiven(source));
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The environment is not complete.\n${wrong.join("\n")}`);
  }
  const { data } = parsed;
  const origins = data.PUBLIC_ORIGINS.length > 0 ? data.PUBLIC_ORIGINS : loopback(data.PORT);
  return {
    databaseUrl: data.DATABASE_URL,
    keyFile: data.KEY_FILE,
    auditKeyFile: data.AUDIT_KEY_FILE ?? join(dirname(data.KEY_FILE), "audit-keys.json"),
    auditCheckpointFile: data.AUDIT_CHECKPOINT_FILE ?? join(dirname(data.KEY_FILE), "audit-checkpoints.jsonl"),
    port: data.PORT,
    hosts: data.HOST === undefined ? ["127.0.0.1", "::1"] : [data.HOST],
    roles: data.ROLES,
    origins,
    clock: data.CLOCK ?? null,
    trustedProxies: data.TRUST_PROXY,
    publicPerMinute: data.PUBLIC_RATE_LIMIT,
    defaultCity: data.DEFAULT_CITY ?? null,
    metrics: data.METRICS_PORT === undefined ? null : { port: data.METRICS_PORT, hosts: [data.METRICS_HOST] },
    maintenanceFile: data.MAINTENANCE_FILE ?? null,
    mail: mailSettingsOf(data, origins),
  };
};

const demand = (source: Source, name: string): string => {
  const value = readGiven(source)[name];
  if (value === undefined) throw new Error(`The environment is not complete.\n${name}: is missing`);
  return value;
};

/** The login of a release, which alone may make tables. The program itself never has it. */
export const readMigrationUrl = (source: Source = process.env): string => demand(source, "MIGRATION_DATABASE_URL");

/** Where the maintenance switch is, for the command that turns it. */
export const readMaintenanceFile = (source: Source = process.env): string => demand(source, "MAINTENANCE_FILE");
