import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** A lock file is a name for a process: it holds the pid, and is stale once that process is gone. */
const holderOf = (path) => {
  try {
    return Number.parseInt(readFileSync(path, "utf8"), 10);
  } catch (err) {
    if (err.code === "ENOENT") return undefined;
    throw err;
  }
};

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
  } catch (err) {
    return err.code === "EPERM";
  }
  try {
    // A pid may have been given to another program since (after a reboot, say).
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("node");
  } catch {
    return true;
  }
};

/** Hard links are made with their content or not at all, so no reader ever sees a lock without its pid. */
const tryLock = (path) => {
  const own = `${path}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, path);
    return true;
  } catch (err) {
    if (err.code === "EEXIST") return false;
    throw err;
  } finally {
    rmSync(own, { force: true });
  }
};

/** Two processes may both find a stale lock: only the lock of the dead one is taken away, by whoever renames it. */
const removeStale = (path, stalePid) => {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (err) {
    if (err.code === "ENOENT") return;
    throw err;
  }
  if (holderOf(aside) !== stalePid) {
    try {
      linkSync(aside, path);
    } catch (err) {
      if (err.code !== "EEXIST") throw err;
    }
  }
  rmSync(aside, { force: true });
};

/**
 * Runs `work` while this process alone holds the lock at `path`; waits for a living holder, takes over from a dead one.
 * `onWait` is called once, with the holder's pid.
 */
export const withLock = async (path, work, onWait = () => undefined) => {
  mkdirSync(dirname(path), { recursive: true });
  let waited = false;
  while (!tryLock(path)) {
    const holder = holderOf(path);
    if (holder === undefined) continue;
    if (Number.isNaN(holder) || !isAlive(holder)) {
      removeStale(path, holder);
      continue;
    }
    if (!waited) onWait(holder);
    waited = true;
    await sleep(200);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
};
