// Only one launcher at a time installs and builds in this checkout. The lock of a killed process is taken over.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";

const POLL_MS = 300;
const BEAT_MS = 2_000;
/** A holder without a heartbeat for this long is dead, also on another machine or with a reused process id. */
const SILENT_MS = 5 * 60_000;

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function tryCreate(path) {
  try {
    writeFileSync(path, `${process.pid} ${hostname()}`, { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

/** Whether the process whose id and machine are in the file has ended. */
export function isAbandoned(path) {
  let [text, changedAt] = ["", 0];
  try {
    [text, changedAt] = [readFileSync(path, "utf8"), statSync(path).mtimeMs];
  } catch {
    return false;
  }
  const [pid, host] = text.split(" ");
  if (host !== hostname()) return Date.now() - changedAt > SILENT_MS;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    return error.code === "ESRCH";
  }
  return Date.now() - changedAt > SILENT_MS;
}

/** Writes a heartbeat; returns a function that stops it and removes the file. */
function beat(path) {
  const timer = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date());
    } catch {
      // The file was removed manually: ignore it.
    }
  }, BEAT_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    rmSync(path, { force: true });
  };
}

/** Marks a folder as in use, with a file of this process inside, until the process ends. */
export function markUse(folder) {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${process.pid}-${hostname()}`);
  rmSync(path, { force: true });
  tryCreate(path);
  beat(path);
}

export function isUsed(folder) {
  return existsSync(folder) && readdirSync(folder).some((name) => !isAbandoned(join(folder, name)));
}

/** Only one process may remove an abandoned lock: a second one would remove the lock that the first created since. */
function removeAbandoned(path) {
  const takeover = `${path}.takeover`;
  if (!tryCreate(takeover)) {
    if (isAbandoned(takeover)) rmSync(takeover, { force: true });
    return;
  }
  if (isAbandoned(path)) rmSync(path, { force: true });
  rmSync(takeover, { force: true });
}

/** Runs `work` while no other process holds the lock; calls `onWait` once if another process does. */
export async function withLock(path, work, onWait = () => undefined) {
  mkdirSync(dirname(path), { recursive: true });
  let hasNotified = false;
  while (!tryCreate(path)) {
    if (isAbandoned(path)) removeAbandoned(path);
    else {
      if (!hasNotified) onWait();
      hasNotified = true;
      await wait(POLL_MS);
    }
  }
  const release = beat(path);
  try {
    return await work();
  } finally {
    release();
  }
}
