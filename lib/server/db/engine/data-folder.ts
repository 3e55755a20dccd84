// The paths and the URL of the embedded database.
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export type DataFolder = {
  root: string;
  database: string;
  lock: string;
  backups: string;
  secret: string;
  socketDir: string;
};

const SOCKET_NAME = ".s.PGSQL.5432";
/** A Unix socket's path holds 104 bytes on macOS and 108 on Linux. */
const LONGEST_SOCKET_PATH = 100;

/** The paths inside the data folder. The socket moves to the system's temporary folder if its path is too long. */
export function dataFolder(root: string): DataFolder {
  const absolute = resolve(root);
  const inside = join(absolute, "socket");
  const digest = createHash("sha256").update(absolute).digest("hex").slice(0, 16);
  const fits = Buffer.byteLength(join(inside, SOCKET_NAME)) <= LONGEST_SOCKET_PATH;
  return {
    root: absolute,
    database: join(absolute, "db"),
    lock: join(absolute, "db.lock"),
    backups: join(absolute, "backups"),
    secret: join(absolute, "secret"),
    socketDir: fits ? inside : join(tmpdir(), `guatu-${process.getuid?.() ?? 0}-${digest}`),
  };
}

export function socketPath(socketDir: string): string {
  return join(socketDir, SOCKET_NAME);
}

/** The DATABASE_URL of an embedded database behind the socket folder. */
export function socketUrl(socketDir: string): string {
  return `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(socketDir)}`;
}

/** The DATABASE_URL of the embedded database of a data folder, whether or not it runs. */
export function embeddedUrl(root: string): string {
  return socketUrl(dataFolder(root).socketDir);
}
