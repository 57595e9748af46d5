/*
 * The first thing every root script runs: `node infra/run/bootstrap.mjs <task> [arguments]`.
 *
 * It is plain JavaScript without dependencies, for Node 20.19 and newer. It brings the Node and the pnpm the project
 * needs into the ignored folder `.toolchain`, installs the packages when they changed, and hands over to the task.
 * Nothing outside the repository is changed.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { withLock } from "./lock.mjs";
import { decideNode, decideServer } from "./platform.mjs";

const nodeVersion = "24.21.0";
const pnpmVersion = "12.21.0";
const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const toolchain = join(root, ".toolchain");
const installedMarker = join(toolchain, "installed");
/** What Node made of the sources it read: half of what a start costs. A test run starts some two hundred programs. */
const compileCache = join(toolchain, "compile-cache");
const tasks = [
  "start",
  "reset",
  "dev",
  "admin",
  "test",
  "verify",
  "verify:db",
  "e2e",
  "bench",
  "soak",
  "gen",
  "format",
  "migrate",
  "keys",
  "maintenance",
  "backup",
  "restore",
];
/** They start the embedded PostgreSQL where no other server is named. */
const onEmbeddedServer = ["start", "dev", "admin", "test", "verify:db", "e2e", "bench", "soak", "backup", "restore"];

const say = (text) => process.stderr.write(`tsunagari: ${text}\n`);
const stopWith = (text) => {
  say(text);
  process.exit(1);
};

/** The GNU C library tells its version; others, and other systems, have none. */
const machine = {
  platform: process.platform,
  arch: process.arch,
  isGlibc: process.platform === "linux" && process.report.getReport().header.glibcVersionRuntime !== undefined,
  version: process.versions.node,
};

/** What the task needs is told before anything is fetched. */
const checkPlatform = (task) => {
  const node = decideNode(machine);
  if (node.kind === "refuse") stopWith(node.sentence);
  const server = decideServer(machine);
  const isEmbedded = onEmbeddedServer.includes(task) && !process.env.DATABASE_URL;
  if (isEmbedded && server.kind === "refuse") stopWith(server.sentence);
};

const nodeToBring = () => {
  const node = decideNode(machine);
  return node.kind === "bring" ? [[node.package, nodeVersion]] : [];
};

const versionInToolchain = (name) => {
  try {
    return JSON.parse(readFileSync(join(toolchain, "lib", "node_modules", name, "package.json"), "utf8")).version;
  } catch {
    return undefined;
  }
};

const run = (program, args, options = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: ["inherit", 2, 2], ...options });
    child.on("error", reject);
    child.on("exit", (code, signal) => resolve(signal ? 1 : code));
  });

const bringToolchain = async () => {
  const wanted = [...nodeToBring(), ["pnpm", pnpmVersion]].filter(
    ([name, version]) => versionInToolchain(name) !== version,
  );
  if (wanted.length === 0) return;
  const specifiers = wanted.map(([name, version]) => `${name}@${version}`);
  say(`bringing ${specifiers.join(" and ")} into .toolchain (about 10 seconds) …`);
  const options = ["--prefix", toolchain, "--allow-scripts=pnpm", "--no-audit", "--no-fund", "--loglevel=error"];
  const code = await run("npm", ["install", "--global", ...options, ...specifiers], {
    shell: process.platform === "win32",
  });
  if (code !== 0) stopWith("npm could not fetch them: look at the lines above (is the npm registry reachable?).");
};

const manifests = () => {
  const inside = ["apps", "packages"].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => join(folder, name, "package.json")),
  );
  return ["package.json", "infra/package.json", "tests/package.json", ...inside].filter((path) =>
    existsSync(join(root, path)),
  );
};

/** What decides the installed packages: the lockfile, the workspace's settings, each manifest. */
const dependencyHash = () => {
  const hash = createHash("sha256");
  for (const path of [
    "pnpm-lock.yaml",
    "pnpm-workspace.yaml",
    ...manifests().toSorted((one, other) => (one < other ? -1 : 1)),
  ]) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update("\0");
  }
  return hash.digest("hex");
};

const installPackages = async (env) => {
  const wanted = dependencyHash();
  const installed = existsSync(installedMarker) ? readFileSync(installedMarker, "utf8") : "";
  if (installed === wanted && existsSync(join(root, "node_modules", ".modules.yaml"))) return;
  say("installing packages …");
  rmSync(installedMarker, { force: true });
  rmSync(compileCache, { recursive: true, force: true });
  const args = ["install", "--frozen-lockfile", "--config.confirmModulesPurge=false"];
  const code = await run("pnpm", args, { env, shell: process.platform === "win32" });
  if (code !== 0) stopWith("the packages could not be installed: look at the lines above.");
  writeFileSync(installedMarker, wanted);
};

/** npm hands a signal to its shell, which dies without passing it on: who has lost that parent was told to stop. */
const stopWithNpm = (stop) => {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 500);
  watch.unref();
};

/** Hands over to the task. It ends by itself on a signal, so this process must outlive it. */
const handOver = (task, args, env) => {
  const file = join(root, "infra", "run", `${task.replaceAll(":", "-")}.ts`);
  const child = spawn("node", [file, ...args], { cwd: root, env, stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  stopWithNpm(() => child.kill("SIGTERM"));
  child.on("error", (err) => stopWith(String(err)));
  child.on("exit", (code, signal) => process.exit(signal ? 1 : code));
};

const main = async () => {
  const [task, ...args] = process.argv.slice(2);
  if (!tasks.includes(task)) stopWith(`there is no task "${task ?? ""}". Tasks: ${tasks.join(", ")}.`);
  checkPlatform(task);
  mkdirSync(toolchain, { recursive: true });
  const env = {
    ...process.env,
    PATH: [join(toolchain, "bin"), process.env.PATH ?? ""].join(delimiter),
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? compileCache,
    TURBO_TELEMETRY_DISABLED: "1",
    DO_NOT_TRACK: "1",
  };
  await withLock(
    join(toolchain, "lock"),
    async () => {
      await bringToolchain();
      await installPackages(env);
    },
    (holder) => say(`another run (process ${holder}) is preparing the toolchain; waiting for it …`),
  );
  handOver(task, args, env);
};

await main();
