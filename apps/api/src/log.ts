/*
 * Logs hold what is listed here and nothing else: ids, codes, counts. A field that is not listed, or a text that could
 * be prose, an address or a name, does not reach the line (ASVS 16.2.5). Messages of errors are never logged: the
 * database driver's hold the parameters of the statement.
 */
import { databaseCode, type Log } from "@tsunagari/services/kernel";
import { pino, type DestinationStream, type Logger, type LoggerOptions } from "pino";

const allowedFields = new Set([
  "event",
  "requestId",
  "method",
  "route",
  "status",
  "ms",
  "portal",
  "procedures",
  "action",
  "reason",
  "code",
  "errorName",
  "frames",
  "job",
  "queue",
  "count",
  "attempt",
  "municipalityId",
  "userId",
  "organizationId",
  "referralId",
  "consentId",
  "noticeId",
  "host",
  "port",
  "metricsPort",
  "roles",
  "signal",
]);

const plain = /^[\w.:/$*,()@<> -]{0,400}$/u;
const hasMail = /@[\w-]+\.\w/u;

const safeValue = (value: unknown): string | number | boolean | null =>
  value === null || typeof value === "number" || typeof value === "boolean"
    ? value
    : typeof value === "string" && plain.test(value) && !hasMail.test(value)
      ? value
      : "[removed]";

/** The fields that may stand in a log line. */
export const allowedLogFields = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      allowedFields.has(name) && value !== undefined ? [[name, safeValue(value)]] : [],
    ),
  );

/** Of whatever was handed over, only listed fields go on: no message, which pino would also take from an error. */
const writeAllowed: NonNullable<LoggerOptions["hooks"]>["logMethod"] = function (args, method) {
  const [given]: readonly unknown[] = args;
  const fields = given instanceof Error ? errorFields(given) : typeof given === "object" && given !== null ? given : {};
  method.apply(this, [allowedLogFields({ ...fields })]);
};

/** Lines leave together, after a fifth of a second at the latest; a write for each held up the request it tells of. */
const collected = (): DestinationStream => {
  const stream = pino.destination({ dest: 1, sync: false, minLength: 4096 });
  setInterval(() => stream.flush(), 200).unref();
  return stream;
};

/**
 * The program's log: one JSON object a line with a time in UTC, listed fields only (`allowedLogFields`); standard
 * output where nothing else is named.
 */
export const createLogger = (destination?: DestinationStream): Logger =>
  pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      hooks: { logMethod: writeAllowed },
    },
    destination ?? collected(),
  );

/** The services' log on the same lines. */
export const serviceLog =
  (logger: Logger): Log =>
  (event, fields) =>
    logger.info({ ...fields, event });

/** What may be known of an error: its class, the database's code, and where in our code it arose. */
export const errorFields = (error: unknown): Record<string, string> => {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const code = databaseCode(error);
  // The message stands at the head of the stack and may hold values; frames are told by their shape.
  const frames = (error.stack ?? "")
    .replace(error.message, "")
    .split("\n")
    .flatMap(
      (line) =>
        /^ {4}at (?:async )?(?:[\w.$<>]+ )?\(?(?:file:\/\/|node:)?(?<place>[\w./@+-]+:\d+:\d+)\)?$/u.exec(line)
          ?.groups?.["place"] ?? [],
    )
    .slice(0, 5)
    .map((place) => place.split("/").slice(-3).join("/"));
  return { errorName: error.name, ...(code === null ? {} : { code }), frames: frames.join(" ") };
};
