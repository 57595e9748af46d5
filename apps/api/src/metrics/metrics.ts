import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

/** One request, by what a route is and not by what it is about: no id, no name, no address. */
export type SeenRequest = {
  readonly portal: string;
  readonly route: string;
  readonly method: string;
  readonly status: number;
  readonly seconds: number;
};

const knownMethods = new Set(["GET", "HEAD", "POST", "OPTIONS"]);

const requestMetrics = (registers: Registry[]) => {
  const seconds = new Histogram({
    name: "tsunagari_http_request_seconds",
    help: "How long requests took, by portal, pattern of the route, method and status",
    labelNames: ["portal", "route", "method", "status"],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 0.6, 1, 3, 10],
    registers,
  });
  // Methods are the caller's words, and every new word would be a new series.
  return ({ method, seconds: took, ...labels }: SeenRequest): void =>
    seconds.observe({ ...labels, method: knownMethods.has(method) ? method : "other" }, took);
};

const databaseMetrics = (registers: Registry[]) => ({
  transactions: new Gauge({
    name: "tsunagari_database_transactions",
    help: "Transactions at this moment: running, or waiting for a connection of the pool",
    labelNames: ["state"],
    registers,
  }),
  seconds: new Histogram({
    name: "tsunagari_database_transaction_seconds",
    help: "How long transactions took with their wait, by role and outcome",
    labelNames: ["role", "outcome"],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 5],
    registers,
  }),
  up: new Gauge({ name: "tsunagari_database_up", help: "1 while the database answers", registers }),
  clockSkew: new Gauge({
    name: "tsunagari_clock_skew_seconds",
    help: "How far this machine's clock is from the database's; negative where behind",
    registers,
  }),
});

const backlogMetrics = (registers: Registry[]) => ({
  mail: new Gauge({ name: "tsunagari_mail_waiting", help: "Mails not sent yet and not given up", registers }),
  mailAge: new Gauge({ name: "tsunagari_mail_waiting_seconds", help: "Age of the oldest waiting mail", registers }),
  unsealed: new Gauge({
    name: "tsunagari_audit_unsealed",
    help: "Audit entries not in the chain yet, counted to 1000 a city",
    registers,
  }),
  sealAge: new Gauge({
    name: "tsunagari_audit_unsealed_seconds",
    help: "Age of the oldest audit entry not in the chain yet",
    registers,
  }),
  jobs: new Gauge({
    name: "tsunagari_queue_jobs",
    help: "Jobs not done yet, by name and state",
    labelNames: ["job", "state"],
    registers,
  }),
  failures: new Counter({
    name: "tsunagari_metrics_failures_total",
    help: "Times the backlogs could not be read for this page",
    registers,
  }),
});

/** The program's metrics; the process's own (memory, event loop, garbage) are among them. */
export const createMetrics = () => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    observeRequest: requestMetrics([registry]),
    database: databaseMetrics([registry]),
    backlog: backlogMetrics([registry]),
  };
};

export type Metrics = ReturnType<typeof createMetrics>;
