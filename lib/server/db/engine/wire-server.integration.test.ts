import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openClient } from "@/lib/server/db/connection";
import { socketPath, socketUrl } from "@/lib/server/db/engine/data-folder";
import { serveDatabase, type WireServer } from "@/lib/server/db/engine/wire-server";

let folder: string;
let db: PGlite;
let server: WireServer;
const onEngineFailure = vi.fn();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "guatu-"));
  db = await PGlite.create();
  server = await serveDatabase({
    db,
    path: socketPath(folder),
    maxConnections: 12,
    idleInTransactionMs: 400,
    onEngineFailure,
  });
});

afterAll(async () => {
  await server.stop();
  await db.close();
  await rm(folder, { recursive: true, force: true });
});

async function aClient(): Promise<Client> {
  const client = await openClient(socketUrl(folder));
  client.on("error", () => undefined);
  return client;
}

async function askBig(client: Client, mark: string, times: number): Promise<void> {
  const big = "重".repeat(100_000) + mark;
  for (let count = 0; count < times; count += 1) {
    const { rows } = await client.query("SELECT $1::text AS big, $2::text AS mark", [big, mark]);
    if (rows[0].big !== big || rows[0].mark !== mark) throw new Error(`${mark} got another client's answer`);
  }
}

async function askSmall(client: Client, mark: number, times: number): Promise<void> {
  for (let count = 0; count < times; count += 1) {
    const { rows } = await client.query("SELECT $1::int AS mark", [mark]);
    if (rows[0].mark !== mark) throw new Error(`${mark} got another client's answer`);
  }
}

describe("the embedded database's server", () => {
  it("does not mix the steps of large and small prepared queries of several clients", async () => {
    const clients = await Promise.all(Array.from({ length: 6 }, aClient));
    await Promise.all(
      clients.map((client, index) => (index % 2 ? askSmall(client, index, 200) : askBig(client, `${index}`, 30))),
    );
    await Promise.all(clients.map((client) => client.end()));
  });

  it("loses no increment of contending transactions", async () => {
    await db.exec("CREATE TABLE counter (n int); INSERT INTO counter VALUES (0)");
    const clients = await Promise.all(Array.from({ length: 4 }, aClient));
    const increment = async (client: Client) => {
      await client.query("BEGIN");
      const { rows } = await client.query("SELECT n FROM counter");
      await client.query("UPDATE counter SET n = $1", [rows[0].n + 1]);
      await client.query("COMMIT");
    };
    await Promise.all(
      clients.map(async (client) => {
        for (let count = 0; count < 25; count += 1) await increment(client);
      }),
    );
    expect((await db.query("SELECT n FROM counter")).rows).toEqual([{ n: 100 }]);
    await Promise.all(clients.map((client) => client.end()));
  });

  it("rolls back the transaction of a client that disconnects, and continues", async () => {
    await db.exec("CREATE TABLE kept (n int)");
    const vanishing = await aClient();
    await vanishing.query("BEGIN");
    await vanishing.query("INSERT INTO kept VALUES (1)");
    (vanishing as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
    const other = await aClient();
    expect((await other.query("SELECT count(*)::int AS n FROM kept")).rows).toEqual([{ n: 0 }]);
    await other.end();
  });

  it("disconnects a client that leaves a transaction open, so that others wait no longer than the limit", async () => {
    const forgetful = await aClient();
    await forgetful.query("BEGIN");
    const other = await aClient();
    const started = performance.now();
    await other.query("SELECT 1");
    expect(performance.now() - started).toBeLessThan(3_000);
    await expect(forgetful.query("SELECT 1")).rejects.toThrow();
    await other.end();
  });

  it("continues after a failed query", async () => {
    const client = await aClient();
    await expect(client.query("SELECT nothing FROM nowhere WHERE a = $1", [1])).rejects.toThrow("nowhere");
    await expect(client.query("SELECT 1 / $1::int AS x", [0])).rejects.toThrow("division by zero");
    expect((await client.query("SELECT $1::int AS n", [2])).rows).toEqual([{ n: 2 }]);
    await client.end();
  });

  it("rejects a client above the limit with PostgreSQL's own code", async () => {
    const attempts = await Promise.allSettled(Array.from({ length: 13 }, aClient));
    const refusals = attempts.flatMap((attempt) => (attempt.status === "rejected" ? [attempt.reason.code] : []));
    expect(new Set(refusals)).toEqual(new Set(["53300"]));
    await Promise.all(attempts.map((attempt) => attempt.status === "fulfilled" && attempt.value.end()));
  });

  it("survives bytes that are not the protocol", async () => {
    const socket = connect(socketPath(folder));
    socket.on("error", () => undefined);
    socket.write(Buffer.alloc(64, 0xff));
    await new Promise((resolve) => socket.once("close", resolve));
    const client = await aClient();
    expect((await client.query("SELECT 1 AS n")).rows).toEqual([{ n: 1 }]);
    expect(onEngineFailure).not.toHaveBeenCalled();
    await client.end();
  });
});
