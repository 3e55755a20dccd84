// One launcher at a time installs and builds in this checkout. A lock whose holder was killed is taken over.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";

const POLL_MS = 300;
const BEAT_MS = 2_000;
/** A holder that has given no sign for so long is gone, also one on another machine or one whose number was reused. */
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

/** Whether the process that wrote its number and machine into the file is gone. */
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

/** Shows that this process lives; returns how to stop, which removes the file. */
function beat(path) {
  const timer = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date());
    } catch {
      // Removed by hand: whoever did it takes the consequences.
    }
  }, BEAT_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    rmSync(path, { force: true });
  };
}

/** Marks with a file of this process that it uses what lies beside it, until the process ends. */
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

/** Only one may take an abandoned lock away: the second would take the lock that the first one has made since. */
function removeAbandoned(path) {
  const takeover = `${path}.takeover`;
  if (!tryCreate(takeover)) {
    if (isAbandoned(takeover)) rmSync(takeover, { force: true });
    return;
  }
  if (isAbandoned(path)) rmSync(path, { force: true });
  rmSync(takeover, { force: true });
}

/** Does `work` while no other process holds the lock; `onWait` is called once if somebody does. */
export async function withLock(path, work, onWait = () => undefined) {
  mkdirSync(dirname(path), { recursive: true });
  let told = false;
  while (!tryCreate(path)) {
    if (isAbandoned(path)) removeAbandoned(path);
    else {
      if (!told) onWait();
      told = true;
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
