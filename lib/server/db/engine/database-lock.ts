// Two processes on one PGlite folder corrupt it: the process that opens the folder holds this lock.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, connect as openSocket } from "node:net";
import { hostname } from "node:os";
import { join } from "node:path";
import { lock } from "proper-lockfile";
import type { DataFolder } from "@/lib/server/db/engine/data-folder";

/** Another process has the data folder open. */
class DatabaseLockedError extends Error {
  override name = "DatabaseLockedError";
}

const STALE_MS = 30_000;
/** The shortest lease of the lock file; its holder renews it every second. */
const STALE_AFTER_DEATH_MS = 2_000;

/** The kernel accepts connections for a listening process however busy it is, and refuses them for a dead one. */
function isListening(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = openSocket(path);
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

function holderIsDead(pidFile: string): boolean {
  if (!existsSync(pidFile)) return false;
  const [pid, host] = readFileSync(pidFile, "utf8").split(" ");
  if (host !== hostname()) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

function listenOn(path: string): Promise<() => void> {
  rmSync(path, { force: true });
  const server = createServer((socket) => socket.destroy());
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(path, () => resolve(() => server.close()));
  });
}

async function takeLockFile(folder: DataFolder, isDead: boolean, onLost: () => void): Promise<() => Promise<void>> {
  try {
    return await lock(folder.root, {
      lockfilePath: folder.lock,
      stale: isDead ? STALE_AFTER_DEATH_MS : STALE_MS,
      update: 1_000,
      retries: isDead ? { retries: 5, minTimeout: 500, maxTimeout: 1_000 } : 0,
      onCompromised: onLost,
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ELOCKED") throw error;
    throw new DatabaseLockedError(`the data folder ${folder.root} is in use by another process`);
  }
}

/**
 * Locks the data folder for this process and returns a function that unlocks it. The lock of a killed process is taken
 * over within three seconds on the same machine, within half a minute otherwise.
 */
export async function lockDatabase(folder: DataFolder, onLost: () => void): Promise<() => Promise<void>> {
  mkdirSync(folder.root, { recursive: true });
  const guardPath = join(folder.socketDir, "guard");
  const pidFile = join(folder.root, "db.pid");
  if (await isListening(guardPath)) {
    throw new DatabaseLockedError(`the data folder ${folder.root} is in use by another process`);
  }
  const release = await takeLockFile(folder, holderIsDead(pidFile), onLost);
  writeFileSync(pidFile, `${process.pid} ${hostname()}`);
  const stopGuard = await listenOn(guardPath);
  return async () => {
    stopGuard();
    rmSync(pidFile, { force: true });
    await release();
  };
}
