import { parseArgs } from "node:util";
import { readMaintenanceFile } from "./env.ts";
import { maintenanceSwitch, parseUntil, switchOff, switchOn, type Maintenance } from "./maintenance-file.ts";

const usage = `npm run maintenance -- on --until 18:00
npm run maintenance -- on
npm run maintenance -- off
npm run maintenance -- status

on      all three faces answer 503 with a page that says until when (a time in Japan); /healthz goes on answering
off     they serve again
status  says which`;

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const japan = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "short", timeZone: "Asia/Tokyo" });

const tell = (state: Maintenance | null): void => {
  if (state === null) say("Serving.");
  else if (state.until === null) say("Being maintained; nobody has said until when.");
  else say(`Being maintained until about ${japan.format(state.until)} (Japan).`);
};

const run = (args: readonly string[]): void => {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { until: { type: "string" } },
  });
  const path = readMaintenanceFile();
  const [task] = positionals;
  if (task === "on") {
    const until = values.until === undefined ? null : parseUntil(values.until, new Date());
    switchOn(path, { until });
  } else if (task === "off") switchOff(path);
  else if (task !== "status") throw new Error(`Say what to do.\n\n${usage}`);
  tell(maintenanceSwitch(path)());
};

try {
  run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : "It did not work."}\n`);
  process.exitCode = 1;
}
