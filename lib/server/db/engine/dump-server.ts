// Dumps the running embedded database for users with access to its socket folder: only its process can dump it.
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { createServer, request } from "node:http";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { PGlite } from "@electric-sql/pglite";

const dumpSocket = (socketDir: string) => join(socketDir, "dump");

/** Answers every request with the whole data folder as a tar, taken between two statements. */
export async function serveDump(db: PGlite, socketDir: string): Promise<() => void> {
  const path = dumpSocket(socketDir);
  await rm(path, { force: true });
  const server = createServer((_request, response) => {
    db.dumpDataDir("none")
      .then(async (dump) => response.end(Buffer.from(await dump.arrayBuffer())))
      .catch((error) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(path, resolve);
  });
  return () => {
    server.close();
    server.closeAllConnections();
  };
}

/** Writes a dump of the database served there to `target`; false if none is running. */
export function fetchDump(socketDir: string, target: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const asking = request({ socketPath: dumpSocket(socketDir), path: "/" }, (response) => {
      if (response.statusCode !== 200) reject(new Error("the embedded database could not be dumped"));
      else pipeline(response, createWriteStream(target, { mode: 0o600 })).then(() => resolve(true), reject);
    });
    asking.once("error", (error: NodeJS.ErrnoException) =>
      ["ENOENT", "ECONNREFUSED"].includes(error.code ?? "") ? resolve(false) : reject(error),
    );
    asking.end();
  });
}
